{#  How far each project had come by the end of each month, reason by reason: from the
    plan to the work, then to the invoices, in the order of the reasons. #}
with

plan_amounts as (

    select * from {{ ref('int_plan_amounts__spread') }}

    where anchor = 'planned'

),

step_amounts as (

    select * from {{ ref('int_project_amounts__listed') }}

    where segment is not null

),

monthly as (

    select
        project_id,
        0 as segment_position,
        0 as position,
        '' as segment,
        '' as driver,
        '' as driver_class,
        month,
        sum(contract_amount) as amount

    from plan_amounts

    group by all

    union all

    select
        project_id,
        case segment when 'planned_to_delivered' then 1 else 2 end as segment_position,
        position,
        segment,
        driver,
        driver_class,
        month,
        sum(amount) as amount

    from step_amounts

    group by all

),

months as (

    select distinct
        project_id,
        month

    from monthly

),

reasons as (

    select distinct
        project_id,
        segment_position,
        position,
        segment,
        driver,
        driver_class

    from monthly

),

until_each_month as (

    select
        reasons.*,
        months.month,
        sum(coalesce(monthly.amount, 0)) over (
            partition by
                reasons.project_id,
                reasons.segment,
                reasons.driver,
                reasons.driver_class
            order by months.month
        ) as amount

    from reasons

    inner join months
        on reasons.project_id = months.project_id

    left join monthly
        on
            reasons.project_id = monthly.project_id
            and reasons.segment = monthly.segment
            and reasons.driver = monthly.driver
            and reasons.driver_class = monthly.driver_class
            and months.month = monthly.month

),

reached as (

    select
        *,
        sum(amount) over (
            partition by project_id, month
            order by segment_position, position, driver_class
        ) as amount_to

    from until_each_month

)

select * from reached
