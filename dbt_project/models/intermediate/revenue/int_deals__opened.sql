{#  How much of a deal's deliverable work no project has, and since when. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

limits as (

    select * from {{ source('rules', 'limits') }}

    where event = 'deal_to_project'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

deals as (

    select * from {{ ref('int_deals__expected') }}

    where not is_copy

),

divided as (

    select * from {{ ref('int_deals__divided') }}

),

shared as (

    select
        deal_id,
        sum(share_amount) as shared_amount,
        count(*) as n_projects

    from {{ ref('int_deal_projects__shared') }}

    group by all

),

missing_shares as (

    select
        deal_id,
        sum(share_amount) as share_amount

    from {{ ref('int_deal_shares__linked') }}

    where project_id is null

    group by all

),

missing_lines as (

    select
        deal_id,
        sum(net_amount) as line_amount

    from {{ ref('int_deal_lines__classified') }}

    where is_project_work and project_id is null and line_class != 'future_term'

    group by all

),

ages as (

    select
        deals.deal_id,
        today.working_day_number - closing.working_day_number > limits.working_days
            as is_late

    from deals

    cross join firm

    cross join limits

    inner join days as closing
        on deals.close_date = closing.calendar_date

    inner join days as today
        on firm.as_of = today.calendar_date

),

opened as (

    select
        divided.deal_id,
        coalesce(ages.is_late, true) as is_late,
        divided.deliverable_amount - coalesce(shared.shared_amount, 0) as open_amount,
        case
            when shared.n_projects is null then divided.deliverable_amount
            when divided.share_method = 'shares'
                then coalesce(missing_shares.share_amount, 0)
            when divided.share_method = 'lines'
                then coalesce(missing_lines.line_amount, 0)
            else 0
        end as missing_amount

    from divided

    left join ages
        on divided.deal_id = ages.deal_id

    left join shared
        on divided.deal_id = shared.deal_id

    left join missing_shares
        on divided.deal_id = missing_shares.deal_id

    left join missing_lines
        on divided.deal_id = missing_lines.deal_id

)

select * from opened
