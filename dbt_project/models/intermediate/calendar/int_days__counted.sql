with

firm as (

    select * from {{ source('rules', 'firm') }}

),

weekdays as (

    select * from {{ source('rules', 'working_days') }}

),

closed_days as (

    select * from {{ source('rules', 'firm_holidays') }}

),

bounds as (

    select
        months,
        fiscal_year_start_month,
        as_of,
        cast(as_of - interval 30 year as date) as first_day,
        cast(as_of + interval 30 year as date) as last_day

    from firm

),

days as (

    {{ days_between('(select first_day from bounds)', '(select last_day from bounds)') }}

),

firsts as (

    select
        cast(
            make_date(
                cast(year(days.calendar_date) as integer),
                bounds.fiscal_year_start_month,
                1
            ) as date
        ) as first_of_year,
        bounds.months

    from days

    cross join bounds

    group by all

),

{#  4-4-5 years start on the Monday nearest to the first of the start month. #}
fiscal_years as (

    select
        first_of_year,
        case
            when months != '4-4-5'
                then first_of_year
            when isodow(first_of_year) <= 4
                then cast(first_of_year - cast(isodow(first_of_year) - 1 as integer) as date)
            else cast(first_of_year + cast(8 - isodow(first_of_year) as integer) as date)
        end as starts_on

    from firsts

),

bounded_years as (

    select
        first_of_year,
        starts_on,
        lead(starts_on) over (order by starts_on) as ends_before

    from fiscal_years

),

weeks as (

    select
        days.calendar_date,
        bounds.months,
        bounds.as_of,
        bounded_years.first_of_year,
        least((days.calendar_date - bounded_years.starts_on) // 7, 51) as week

    from days

    cross join bounds

    left join bounded_years
        on
            days.calendar_date >= bounded_years.starts_on
            and (
                bounded_years.ends_before is null
                or days.calendar_date < bounded_years.ends_before
            )

),

months as (

    select
        calendar_date,
        as_of,
        case
            when months = '4-4-5' and first_of_year is not null
                then cast(
                    first_of_year
                    + to_months(cast(3 * (week // 13) + least(week % 13 // 4, 2) as integer))
                    as date
                )
            else cast(date_trunc('month', calendar_date) as date)
        end as fiscal_month_label,
        first_of_year

    from weeks

),

labelled as (

    select
        months.calendar_date,
        months.as_of,
        strftime(months.fiscal_month_label, '%Y-%m') as fiscal_month,
        cast(
            date_diff('month', months.first_of_year, months.fiscal_month_label) // 3
            as integer
        ) as fiscal_quarter_index,
        months.first_of_year,
        weekdays.weekday is not null and closed_days.holiday_date is null
            as is_working_day

    from months

    left join weekdays
        on weekdays.weekday = isodow(months.calendar_date)

    left join closed_days
        on months.calendar_date = closed_days.holiday_date

),

counted as (

    select
        calendar_date,
        fiscal_month,
        max(calendar_date) over (partition by fiscal_month) as fiscal_month_end,
        max(calendar_date) over (partition by first_of_year, fiscal_quarter_index)
            as fiscal_quarter_end,
        cast(
            count(*) filter (where is_working_day) over (order by calendar_date)
            as integer
        ) as working_day_number,
        is_working_day,
        calendar_date <= as_of as is_past

    from labelled

)

select * from counted
