{#  What two records share beside their own values: people whom both know, and amounts
    that both billed or sold to the cent and nobody else did. #}
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

),

{#  A mail address of twenty clients is a book-keeper's; an amount of three says
    nothing. #}
rare as (

    select
        *,
        count(*) over (partition by evidence, known_value) as n_records

    from listed

    where
        known_value is not null
        and record_id in (select collapsed.record_id from collapsed)

    qualify n_records between 2 and if(evidence = 'shared contact', 5, 2)

),

other_rare as (

    select * from rare

),

met as (

    select
        rare.record_id as left_record,
        other_rare.record_id as right_record,
        rare.evidence,
        count(*) as n_shared,
        string_agg(rare.known_value, ', ' order by rare.known_value) as shared_values

    from rare

    inner join other_rare
        on
            rare.evidence = other_rare.evidence
            and rare.known_value = other_rare.known_value
            and rare.record_id < other_rare.record_id
            and (
                rare.evidence = 'shared contact'
                or split_part(rare.record_id, ':', 2)
                != split_part(other_rare.record_id, ':', 2)
            )

    group by all

),

shared as (

    select
        left_record,
        right_record,
        evidence,
        if(n_shared = 1, 'one', 'several') as level,
        shared_values as left_value,
        shared_values as right_value

    from met

    where evidence = 'shared contact' or n_shared > 1

)

select * from shared
