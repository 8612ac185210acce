{#  When the sold work was to be done: by the lines where they are dated, else by the
    deal, else by an assumption that every row admits. #}
with

deals as (

    select * from {{ ref('int_deals__expected') }}

),

lines as (

    select * from {{ ref('int_deal_lines__classified') }}

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

scheduled as (

    select
        deal_id,
        count(*) filter (where start_date is not null and end_date is not null)
            as n_dated_lines,
        sum(net_amount) as net_amount,
        min(net_amount) as smallest_amount

    from lines

    group by all

),

dated as (

    select
        dated_deals.deal_id,
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

    inner join scheduled
        on dated_deals.deal_id = scheduled.deal_id

    inner join lines
        on dated_deals.deal_id = lines.deal_id

    where
        scheduled.n_dated_lines > 0
        and scheduled.net_amount > 0
        and scheduled.smallest_amount >= 0

    union all

    select
        dated_deals.deal_id,
        dated_deals.deal_id as term_id,
        dated_deals.start_date,
        dated_deals.end_date,
        cast(null as decimal(18, 2)) as term_amount,
        dated_deals.is_assumed_dates

    from dated_deals

    left join scheduled
        on dated_deals.deal_id = scheduled.deal_id

    where
        coalesce(scheduled.n_dated_lines, 0) = 0
        or scheduled.net_amount <= 0
        or scheduled.smallest_amount < 0

)

select * from dated
