{#  When the sold work was to be done: each schedule by its lines, else by the deal,
    else by an assumption that every row admits. #}
with

deals as (

    select * from {{ ref('int_deals__expected') }}

),

lines as (

    select * from {{ ref('int_deal_lines__scheduled') }}

),

assumptions as (

    select cast(value as integer) as assumed_days

    from {{ ref('revenue_assumptions') }}

    where assumption = 'service_days_of_an_undated_deal'

),

dated_deals as (

    select
        deals.deal_id,
        coalesce(deals.service_start_date, deals.close_date) as start_date,
        greatest(
            coalesce(
                deals.service_end_date,
                cast(
                    coalesce(deals.service_start_date, deals.close_date)
                    + to_days(assumptions.assumed_days) as date
                )
            ),
            coalesce(deals.service_start_date, deals.close_date)
        ) as end_date,
        deals.service_start_date is null or deals.service_end_date is null
            as is_assumed_dates

    from deals

    cross join assumptions

),

dated as (

    select
        dated_deals.deal_id,
        lines.schedule_id,
        lines.record_id as term_id,
        coalesce(lines.start_date, dated_deals.start_date) as start_date,
        greatest(
            coalesce(lines.end_date, dated_deals.end_date),
            coalesce(lines.start_date, dated_deals.start_date)
        ) as end_date,
        lines.net_amount as term_amount,
        dated_deals.is_assumed_dates
        and (lines.start_date is null or lines.end_date is null) as is_assumed_dates

    from dated_deals

    inner join lines
        on dated_deals.deal_id = lines.deal_id

    union all

    select
        deal_id,
        'dates' as schedule_id,
        deal_id as term_id,
        start_date,
        end_date,
        cast(null as decimal(18, 2)) as term_amount,
        is_assumed_dates

    from dated_deals

)

select * from dated
