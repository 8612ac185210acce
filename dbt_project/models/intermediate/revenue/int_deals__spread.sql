{#  When each schedule of a deal falls, over all months of the deal, and the whole deal
    as the sum of its schedules. Where nothing of a deal was sold, its own dates count. #}
with

months_of_schedules as (

    select * from {{ ref('int_deal_schedules__spread') }}

),

totals as (

    select
        deal_id,
        schedule_id,
        schedule_number,
        sum(part_amount) as total_amount,
        sum(sum(part_amount)) over (partition by deal_id) as deal_amount

    from {{ ref('int_expected_parts__ordered') }}

    group by deal_id, schedule_id, schedule_number

),

months as (

    select distinct
        totals.deal_id,
        months_of_schedules.month

    from totals

    inner join months_of_schedules
        on
            totals.deal_id = months_of_schedules.deal_id
            and totals.schedule_id = months_of_schedules.schedule_id

),

filled as (

    select
        totals.*,
        months.month,
        coalesce(months_of_schedules.is_assumed_dates, false) as is_assumed_dates,
        coalesce(months_of_schedules.month_weight, 0) as month_weight

    from totals

    inner join months
        on totals.deal_id = months.deal_id

    left join months_of_schedules
        on
            totals.deal_id = months_of_schedules.deal_id
            and totals.schedule_id = months_of_schedules.schedule_id
            and months.month = months_of_schedules.month

    union all

    select
        dated.deal_id,
        'whole' as schedule_id,
        0 as schedule_number,
        0 as total_amount,
        0 as deal_amount,
        dated.month,
        dated.is_assumed_dates,
        dated.month_weight

    from months_of_schedules as dated

    left join totals
        on dated.deal_id = totals.deal_id and totals.deal_amount != 0

    where dated.schedule_id = 'dates' and totals.deal_id is null

),

weighed as (

    select
        *,
        sum(month_weight) over (partition by deal_id, schedule_id order by month)
        - month_weight as weight_from,
        sum(month_weight) over (partition by deal_id, schedule_id order by month)
            as weight_to,
        sum(month_weight) over (partition by deal_id, schedule_id) as weight_total

    from filled

),

reached as (

    select
        *,
        {{ reached_of('total_amount', 'weight_from', 'weight_total') }} as reached_from,
        {{ reached_of('total_amount', 'weight_to', 'weight_total') }} as reached_to

    from weighed

),

spread as (

    select
        deal_id,
        schedule_id,
        month,
        is_assumed_dates,
        weight_from,
        weight_to,
        weight_total,
        sum(reached_from) over (
            partition by deal_id, month order by schedule_number
        ) - reached_from as below_from,
        sum(reached_to) over (
            partition by deal_id, month order by schedule_number
        ) - reached_to as below_to

    from reached

    union all

    select
        deal_id,
        'whole' as schedule_id,
        month,
        bool_or(is_assumed_dates) as is_assumed_dates,
        sum(reached_from) * sign(deal_amount) as weight_from,
        sum(reached_to) * sign(deal_amount) as weight_to,
        abs(deal_amount) as weight_total,
        0 as below_from,
        0 as below_to

    from reached

    where deal_amount != 0

    group by deal_id, month, deal_amount

)

select * from spread
