with

firm as (

    select * from {{ source('rules', 'firm') }}

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

listed as (

    select
        {{ days_between('first_day', 'last_day') }} as calendar_date,
        months,
        fiscal_year_start_month,
        as_of

    from bounds

)

select * from listed
