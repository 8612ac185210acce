{#  Records of contracts that show an edge case which no driver of the bridge tells. #}
with

deal_projects as (

    select
        *,
        count(*) over (partition by deal_id) as n_projects,
        count(*) over (partition by project_id) as n_deals

    from {{ ref('deal_projects') }}

),

deals as (

    select * from {{ ref('deals') }}

),

projects as (

    select * from {{ ref('projects') }}

),

payments as (

    select * from {{ ref('payments') }}

),

seen as (

    select
        case when n_projects > 1 then 'deal_in_parts' else 'deals_joined' end
            as edge_case,
        deal_id as record_id

    from deal_projects

    where n_projects > 1 or n_deals > 1

    union all

    select
        case when deals.is_disputed then 'deal_reopened' else 'deal_lost_late' end
            as edge_case,
        deals.deal_id as record_id

    from deals

    inner join deal_projects
        on deals.deal_id = deal_projects.deal_id

    where deals.is_disputed or (deals.is_closed and not deals.is_won)

    union all

    select
        'other_currency' as edge_case,
        deals.deal_id as record_id

    from deal_projects

    inner join deals
        on deal_projects.deal_id = deals.deal_id

    inner join projects
        on deal_projects.project_id = projects.project_id

    where deals.currency_code != projects.currency_code

    union all

    select
        case billing_type
            when 'internal' then 'internal_project' else 'several_years'
        end as edge_case,
        record_id

    from projects

    where
        not is_deleted
        and (billing_type = 'internal' or year(start_date) < year(end_date))

    union all

    select
        'refund' as edge_case,
        payment_id as record_id

    from payments

    where kind = 'cash' and paid_amount < 0

)

select distinct
    edge_case,
    record_id

from seen
