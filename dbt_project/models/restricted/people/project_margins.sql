{#  Only months that have ended: from one night to the next, a running month would tell
    what one day of one person costs. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

months as (

    select * from {{ ref('int_months__counted') }}

),

costs as (

    select
        project_id,
        month,
        person_id,
        worked_hours,
        unrated_hours,
        cost_amount

    from {{ ref('project_costs') }}

),

revenue as (

    select
        project_id,
        month,
        sum(recognised_amount) as recognised_amount

    from {{ ref('revenue_summary') }}

    where project_id is not null and recognised_amount != 0

    group by all

),

expenses as (

    select * from {{ ref('int_expenses__summed') }}

),

united as (

    select * from costs

    union all by name

    select * from revenue

    union all by name

    select * from expenses

),

ended as (

    select united.*

    from united

    cross join firm

    inner join months
        on united.month = months.month

    where months.last_day <= firm.as_of

),

to_date as (

    select * from ended

    union all by name

    select
        * exclude (month),
        'to_date' as month

    from ended

),

by_person as (

    select
        project_id,
        month,
        person_id,
        sum(worked_hours) as worked_hours,
        sum(unrated_hours) as unrated_hours,
        sum(cost_amount) as cost_amount,
        sum(recognised_amount) as recognised_amount,
        sum(expense_amount) as expense_amount

    from to_date

    group by all

),

project_margins as (

    select

        ---------- ids
        project_id,

        ---------- strings
        month as period,

        ---------- numerics
        count(person_id) as n_people,
        cast(coalesce(sum(worked_hours), 0) as decimal(18, 4)) as worked_hours,
        cast(coalesce(sum(unrated_hours), 0) as decimal(18, 4)) as unrated_hours,
        cast(
            coalesce(max(worked_hours) / nullif(sum(worked_hours), 0), 0)
            as decimal(9, 6)
        ) as largest_share,
        cast(coalesce(sum(recognised_amount), 0) as decimal(18, 2))
            as recognised_amount,
        cast(coalesce(sum(cost_amount), 0) as decimal(18, 2)) as cost_amount,
        cast(coalesce(sum(expense_amount), 0) as decimal(18, 2)) as expense_amount

    from by_person

    group by all

)

select * from project_margins
