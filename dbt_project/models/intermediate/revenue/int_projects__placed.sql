{#  Which own company delivers a project, as what service, and whether for itself. A
    deal of intercompany work makes all its projects intercompany work. #}
with

records as (

    select * from {{ ref('int_projects__described') }}

    where not is_copy

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

deals as (

    select * from {{ ref('int_deals__placed') }}

),

own as (

    select
        records.project_id,
        min(records.company_id) as company_id,
        min(records.service_code) as service_code,
        bool_or(records.is_intercompany) as is_intercompany

    from records

    group by all

),

placed as (

    select
        own.project_id,
        coalesce(own.company_id, min(deals.company_id), 'unassigned') as company_id,
        coalesce(own.service_code, min(deals.service_code)) as service_code,
        own.is_intercompany
        or coalesce(bool_or(deals.is_intercompany), false) as is_intercompany

    from own

    left join legs
        on own.project_id = legs.project_id

    left join deals
        on legs.deal_id = deals.deal_id

    group by own.project_id, own.company_id, own.service_code, own.is_intercompany

)

select * from placed
