with

shared as (

    select * from {{ ref('int_deal_projects__shared') }}

),

deals as (

    select * from {{ ref('int_deals__expected') }}

),

summed as (

    select
        *,
        sum(share_amount) over (partition by deal_id) as deal_amount,
        count(*) over (partition by deal_id) as n_projects

    from shared

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
        case
            when summed.deal_amount = 0 then cast(1 as decimal(18, 9)) / summed.n_projects
            else cast(summed.share_amount as decimal(18, 9)) / summed.deal_amount
        end as share,
        summed.share_amount as expected_amount

    from summed

    inner join deals
        on summed.deal_id = deals.deal_id

)

select * from linked
