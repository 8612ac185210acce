with

shared as (

    select * from {{ ref('int_deal_projects__shared') }}

),

deals as (

    select * from {{ ref('int_deals__expected') }}

),

weighed as (

    select
        *,
        case
            when sum(share_amount) over (partition by deal_id) = 0 then 1
            else share_amount
        end as weight

    from shared

),

summed as (

    select
        *,
        sum(weight) over (partition by deal_id order by project_id) as weight_to,
        sum(weight) over (partition by deal_id) as weight_total

    from weighed

),

linked as (

    select

        ---------- ids
        summed.deal_id,
        summed.project_id,

        ---------- strings
        summed.share_method,
        deals.currency_code,

        ---------- numerics
        cast(
            {{ part_of(
                'cast(10000 as decimal(18, 2))',
                'summed.weight_to - summed.weight', 'summed.weight_to', 'summed.weight_total'
            ) }} * 0.0001 as decimal(9, 6)
        ) as share,
        summed.share_amount as expected_amount

    from summed

    inner join deals
        on summed.deal_id = deals.deal_id

)

select * from linked
