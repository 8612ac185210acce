{#  What the checks call copies, each with the record that should be kept. Of a person
    the record with the number of HR is kept. #}
with

clients as (

    select * from {{ ref('int_client_records__ranked') }}

),

client_names as (

    select * from {{ ref('clients') }}

),

project_records as (

    select * from {{ ref('project_records') }}

),

projects as (

    select * from {{ ref('projects') }}

),

deals as (

    select * from {{ ref('deals') }}

),

invoices as (

    select * from {{ ref('invoices') }}

),

people as (

    select
        record_id,
        role,
        first_value(record_id) over same_person as kept_record_id,
        first_value(record_name) over same_person as name_to_use

    from {{ ref('shared_ids') }}

    where entity = 'person'

    window same_person as (
        partition by target_record_id, source_system
        order by link_state != 'carried', record_id
    )

),

copied as (

    select
        'client' as entity,
        clients.record_id,
        {{ record_id(
            'clients.source_system', 'clients.source_record_type', 'clients.survivor_id'
        ) }} as kept_record_id,
        clients.role,
        clients.client_id,
        client_names.client_name as name_to_use,
        clients.worth_amount as money_at_stake

    from clients

    inner join client_names
        on clients.client_id = client_names.client_id

    where
        clients.source_record_id != clients.survivor_id
        and coalesce(clients.parent_id, '') != clients.survivor_id

    union all by name

    select
        'project' as entity,
        project_records.record_id,
        projects.record_id as kept_record_id,
        project_records.role,
        project_records.client_id,
        projects.project_name as name_to_use

    from project_records

    inner join projects
        on project_records.project_id = projects.project_id

    where project_records.link_kind = 'copy' and not project_records.is_deleted

    union all by name

    select
        'deal' as entity,
        deal_id as record_id,
        survivor_deal_id as kept_record_id,
        'crm' as role,
        client_id,
        reported_crm_amount as money_at_stake

    from deals

    where is_copy and not is_deleted

    union all by name

    select
        'invoice' as entity,
        invoice_id as record_id,
        survivor_invoice_id as kept_record_id,
        'accounting' as role,
        client_id,
        abs(reported_accounting_amount) as money_at_stake

    from invoices

    where is_copy and status != 'void'

    union all by name

    select
        'person' as entity,
        record_id,
        kept_record_id,
        role,
        name_to_use

    from people

    where record_id != kept_record_id

)

select * from copied
