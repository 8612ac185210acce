{#  A state counts at a month's end, so it enters in the month it begins and leaves in
    the month it ends. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

states as (

    select * from {{ ref('int_billing_states__dated') }}

),

begun as (

    select
        states.*,
        days.fiscal_month as from_month

    from states

    inner join firm
        on states.from_date <= firm.as_of

    inner join days
        on states.from_date = days.calendar_date

),

ended as (

    select
        begun.*,
        days.fiscal_month as to_month

    from begun

    cross join firm

    left join days
        on
            begun.to_date = days.calendar_date
            and firm.as_of >= days.calendar_date

),

listed as (

    select
        project_id,
        driver,
        driver_class,
        from_month as month,
        record_id,
        state_amount as step_amount

    from ended

    where to_month is null or to_month != from_month

    union all

    select
        project_id,
        driver,
        driver_class,
        to_month as month,
        record_id,
        -state_amount as step_amount

    from ended

    where to_month is not null and to_month != from_month

)

select * from listed
