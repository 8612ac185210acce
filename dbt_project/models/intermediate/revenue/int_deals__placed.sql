{#  The legal entity that signed a deal, the own company that sold it, its service where
    all its lines agree, and whether it was sold to ourselves. #}
with

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

accounts as (

    select * from {{ ref('int_clients__identified') }}

),

lines as (

    select
        source_system,
        deal_id,
        case when min(service_code) = max(service_code) then min(service_code) end
            as service_code

    from {{ ref('int_crm_deal_lines__unioned') }}

    where service_code is not null

    group by all

),

projects as (

    select
        linked.source_system,
        linked.deal_id,
        bool_or(records.is_intercompany) as is_intercompany

    from {{ ref('int_deal_projects__linked') }} as linked

    inner join {{ ref('int_projects__described') }} as records
        on linked.project_id = records.project_id

    group by all

),

companies as (

    select * from {{ ref('int_companies__defaulted') }}

),

placed as (

    select
        deals.source_system || ':deal:' || deals.deal_id as deal_id,
        accounts.client_id,
        accounts.legal_entity_id,
        coalesce(deals.company_id, companies.company_id, 'unassigned') as company_id,
        lines.service_code,
        coalesce(projects.is_intercompany, false) as is_intercompany

    from deals

    left join accounts
        on accounts.record_id = deals.source_system || ':account:' || deals.account_id

    left join lines
        on
            deals.source_system = lines.source_system
            and deals.deal_id = lines.deal_id

    left join projects
        on
            deals.source_system = projects.source_system
            and deals.deal_id = projects.deal_id

    left join companies
        on deals.source_system = companies.source_system

)

select * from placed
