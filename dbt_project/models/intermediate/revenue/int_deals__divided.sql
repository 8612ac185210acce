{#  How much of a sold deal needs projects, and which record says how it is divided. #}
with

deals as (

    select * from {{ ref('int_deals__expected') }}

    where not is_copy

),

lines as (

    select * from {{ ref('int_deal_lines__classified') }}

),

stated_shares as (

    select * from {{ ref('int_deal_shares__linked') }}

),

line_totals as (

    select
        deal_id,
        sum(net_amount) filter (where line_class = 'outside_delivery_scope')
            as outside_amount,
        sum(net_amount) filter (where line_class = 'future_term') as future_amount,
        count(project_id) filter (where is_project_work) as n_mapped_lines

    from lines

    group by all

),

share_totals as (

    select
        deal_id,
        count(*) as n_shares

    from stated_shares

    group by all

),

divided as (

    select
        deals.deal_id,
        deals.expected_amount
        - coalesce(line_totals.outside_amount, 0)
        - coalesce(line_totals.future_amount, 0) as deliverable_amount,
        case
            when coalesce(line_totals.n_mapped_lines, 0) > 0 then 'lines'
            when coalesce(share_totals.n_shares, 0) > 0 then 'shares'
            else 'baselines'
        end as share_method

    from deals

    left join line_totals
        on deals.deal_id = line_totals.deal_id

    left join share_totals
        on deals.deal_id = share_totals.deal_id

)

select * from divided
