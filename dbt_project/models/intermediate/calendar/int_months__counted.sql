with

days as (

    select * from {{ ref('int_days__counted') }}

),

counted as (

    select
        fiscal_month as month,
        min(calendar_date) as first_day,
        max(calendar_date) as last_day,
        count(*) filter (where is_working_day) as n_working_days,
        count(*) filter (where is_working_day and is_past) as n_past_working_days,
        max(calendar_date) filter (where is_past) as last_past_day

    from days

    group by all

),

measured as (

    select
        month,
        first_day,
        last_day,
        last_past_day,
        last_past_day is not null as has_begun,
        case
            when n_working_days > 0 then n_working_days
            else 1
        end as weight_total,
        case
            when n_working_days > 0 then n_past_working_days
            when last_day = last_past_day then 1
            else 0
        end as weight_past

    from counted

)

select * from measured
