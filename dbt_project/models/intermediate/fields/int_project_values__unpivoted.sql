with

psa_projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

),

accounting_projects as (

    select * from {{ ref('int_accounting_projects__unioned') }}

),

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__linked') }}

),

records as (

    select * from {{ ref('int_projects__identified') }}

),

collected as (

    select
        records.project_id as entity_id,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        'psa' as role,
        psa_projects.project_name,
        psa_projects.currency_code as deal_currency,
        psa_projects.updated_at

    from psa_projects

    inner join records
        on
            records.record_id
            = psa_projects.source_system || ':project:' || psa_projects.project_id

    where not coalesce(psa_projects.is_deleted, false)

    union all

    select
        records.project_id as entity_id,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        'accounting' as role,
        accounting_projects.project_name,
        cast(null as varchar) as deal_currency,
        cast(null as timestamp) as updated_at

    from accounting_projects

    inner join records
        on
            records.record_id
            = accounting_projects.source_system || ':project:'
            || accounting_projects.project_id

    union all

    select
        deal_projects.project_id as entity_id,
        deals.source_system || ':deal:' || deals.deal_id as record_id,
        deals.source_system,
        'deal' as source_record_type,
        deals.deal_id as source_record_id,
        'crm' as role,
        cast(null as varchar) as project_name,
        deals.currency_code as deal_currency,
        deals.updated_at

    from deals

    inner join deal_projects
        on
            deals.source_system = deal_projects.source_system
            and deals.deal_id = deal_projects.deal_id

    where not coalesce(deals.is_deleted, false)

),

unpivoted as (

    select * from collected

    unpivot (stated_value for field in (project_name, deal_currency))

),

labelled as (

    select
        case field when 'deal_currency' then 'deal' else 'project' end as entity,
        entity_id,
        cast(null as varchar) as client_id,
        record_id,
        source_system,
        source_record_type,
        source_record_id,
        role,
        field,
        field as stated_field,
        stated_value,
        updated_at

    from unpivoted

    where trim(stated_value) != ''

)

select * from labelled
