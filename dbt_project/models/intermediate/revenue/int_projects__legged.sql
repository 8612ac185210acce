{#  A project's money is one leg per deal that it delivers, in the ratio of what each
    deal sold; without a deal it is one leg of its own. Each leg has its deal's frozen
    rate. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

shared as (

    select * from {{ ref('int_deal_projects__shared') }}

),

deals as (

    select * from {{ ref('int_deals__expected') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

weighed as (

    select
        shared.project_id,
        shared.deal_id,
        deals.client_id,
        deals.close_date as rate_date,
        greatest(shared.share_amount, 0) as weight,
        sum(greatest(shared.share_amount, 0)) over (partition by shared.project_id)
            as weight_total

    from shared

    inner join deals
        on shared.deal_id = deals.deal_id

),

legs as (

    select
        projects.project_id,
        projects.currency_code,
        projects.client_id as filed_client_id,
        coalesce(weighed.deal_id, 'unassigned') as deal_id,
        case
            when coalesce(weighed.client_id, 'unassigned') = 'unassigned'
                then projects.client_id
            else weighed.client_id
        end as client_id,
        coalesce(weighed.rate_date, projects.start_date, firm.as_of) as rate_date,
        case
            when weighed.weight_total > 0 then weighed.weight
            else 1
        end as weight

    from projects

    cross join firm

    left join weighed
        on projects.project_id = weighed.project_id

),

legged as (

    select
        legs.project_id,
        legs.deal_id,
        legs.client_id,
        legs.filed_client_id,
        legs.currency_code,
        sum(legs.weight) over (partition by legs.project_id order by legs.deal_id)
        - legs.weight as weight_from,
        sum(legs.weight) over (partition by legs.project_id order by legs.deal_id)
            as weight_to,
        sum(legs.weight) over (partition by legs.project_id) as weight_total,
        rates.exchange_rate

    from legs

    left join rates
        on
            legs.currency_code = rates.currency_code
            and legs.rate_date >= rates.valid_from
            and legs.rate_date < rates.valid_before

)

select * from legged
