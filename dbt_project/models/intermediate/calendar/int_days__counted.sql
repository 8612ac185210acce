with

days as (

    select * from {{ ref('int_days__listed') }}

),

bounded_years as (

    select * from {{ ref('int_fiscal_years__bounded') }}

),

weekdays as (

    select * from {{ source('rules', 'working_days') }}

),

closed_days as (

    select * from {{ source('rules', 'firm_holidays') }}

),

weeks as (

    select
        days.calendar_date,
        days.months,
        days.as_of,
        bounded_years.first_of_year,
        least((days.calendar_date - bounded_years.starts_on) // 7, 51) as week

    from days

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
                    + to_months(
                        cast(3 * (week // 13) + least(week % 13 // 4, 2) as integer)
                    ) as date
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
