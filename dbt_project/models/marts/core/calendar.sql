with

days as (

    select * from {{ ref('int_days__counted') }}

),

calendar as (

    select

        ---------- strings
        fiscal_month,

        ---------- numerics
        working_day_number,

        ---------- booleans
        is_working_day,
        is_past,

        ---------- dates
        calendar_date,
        fiscal_month_end,
        fiscal_quarter_end

    from days

)

select * from calendar
