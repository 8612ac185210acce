with

days as (

    select * from {{ ref('int_days__listed') }}

),

firsts as (

    select
        cast(
            make_date(
                cast(year(calendar_date) as integer), fiscal_year_start_month, 1
            ) as date
        ) as first_of_year,
        months

    from days

    group by all

),

weekdays_of_firsts as (

    select
        first_of_year,
        cast(isodow(first_of_year) as integer) as weekday,
        months

    from firsts

),

{#  4-4-5 years start on the Monday nearest to the first of the start month. #}
started as (

    select
        first_of_year,
        case
            when months != '4-4-5' then first_of_year
            when weekday <= 4 then cast(first_of_year - (weekday - 1) as date)
            else cast(first_of_year + (8 - weekday) as date)
        end as starts_on

    from weekdays_of_firsts

),

bounded as (

    select
        first_of_year,
        starts_on,
        lead(starts_on) over (order by starts_on) as ends_before

    from started

)

select * from bounded
