{#  Which own company keeps a system's records when they do not say. A connection names
    its company; with one company only, everything is its. #}
with

connections as (

    select * from {{ source('rules', 'connections') }}

),

companies as (

    select
        case when count(*) = 1 then min(company_id) else 'unassigned' end
            as only_company_id

    from {{ ref('companies') }}

),

defaulted as (

    select
        connections.source_system,
        coalesce(min(connections.company_id), min(companies.only_company_id))
            as company_id

    from connections

    cross join companies

    group by all

)

select * from defaulted
