{#  Mail addresses of the people of a client, and amounts that it was sold, planned or
    billed; round amounts meet by chance. #}
with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

contacts as (

    select * from {{ ref('int_crm_contacts__unioned') }}

    where not coalesce(is_deleted, false)

),

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

    where not coalesce(is_deleted, false)

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where not coalesce(is_deleted, false)

),

milestones as (

    select * from {{ ref('int_psa_milestones__unioned') }}

),

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

    where not coalesce(is_deleted, false)

),

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

listed as (

    select
        'shared contact' as evidence,
        source_system || ':account:' || account_id as record_id,
        {{ normal_email('email') }} as known_value

    from contacts

    union

    select
        'shared contact',
        record_id,
        email

    from collapsed

    union

    select
        'shared amounts',
        source_system || ':account:' || account_id,
        cast(net_amount as varchar)

    from deals

    where net_amount > 0 and net_amount % 1000 != 0

    union

    select
        'shared amounts',
        projects.source_system || ':client:' || projects.client_id,
        cast(coalesce(milestones.milestone_amount, projects.baseline_amount) as varchar)

    from projects

    left join milestones
        on
            projects.source_system = milestones.source_system
            and projects.project_id = milestones.project_id

    where coalesce(milestones.milestone_amount, projects.baseline_amount) % 1000 != 0

    union

    select
        'shared amounts',
        invoices.source_system || ':customer:' || invoices.customer_id,
        cast(lines.line_amount as varchar)

    from invoices

    inner join lines
        on
            invoices.source_system = lines.source_system
            and invoices.invoice_id = lines.invoice_id

    where lines.line_amount > 0 and lines.line_amount % 1000 != 0

)

select * from listed
