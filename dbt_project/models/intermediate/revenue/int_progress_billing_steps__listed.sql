{#  What changed from month end to month end. #}
with

months as (

    select
        month,
        lead(month) over (order by month) as next_month

    from {{ ref('int_months__counted') }}

    where has_begun

),

stated as (

    select * from {{ ref('int_progress_billing__stated') }}

),

moves as (

    select
        project_id,
        driver,
        month,
        record_id,
        state_amount as step_amount

    from stated

    union all

    select
        stated.project_id,
        stated.driver,
        months.next_month as month,
        stated.record_id,
        -stated.state_amount as step_amount

    from stated

    inner join months
        on stated.month = months.month

    where months.next_month is not null

),

listed as (

    select
        project_id,
        driver,
        month,
        record_id,
        sum(step_amount) as step_amount

    from moves

    group by all

)

select * from listed

where step_amount != 0
