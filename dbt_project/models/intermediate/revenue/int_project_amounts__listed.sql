{#  Everything between the plan and the invoice that belongs to a project, before its
    deals share it. #}
with

drivers as (

    select * from {{ ref('drivers') }}

),

amounts as (

    select
        'delivered' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        project_id,
        month,
        record_id,
        delivered_amount as amount

    from {{ ref('int_deliveries__dated') }}

    union all

    select
        null as anchor,
        'planned_to_delivered' as segment,
        driver,
        driver_class,
        project_id,
        month,
        record_id,
        step_amount as amount

    from {{ ref('int_delivery_steps__listed') }}

    union all

    select
        null as anchor,
        'planned_to_delivered' as segment,
        driver,
        driver_class,
        project_id,
        month,
        record_id,
        step_amount as amount

    from {{ ref('int_time_steps__listed') }}

    union all

    select
        null as anchor,
        'delivered_to_billed' as segment,
        driver,
        driver_class,
        project_id,
        month,
        record_id,
        step_amount as amount

    from {{ ref('int_time_billing_steps__listed') }}

    union all

    select
        null as anchor,
        'delivered_to_billed' as segment,
        driver,
        null as driver_class,
        project_id,
        month,
        record_id,
        step_amount as amount

    from {{ ref('int_progress_billing_steps__listed') }}

    union all

    select
        null as anchor,
        'delivered_to_billed' as segment,
        driver,
        driver_class,
        project_id,
        month,
        record_id,
        step_amount as amount

    from {{ ref('int_line_steps__listed') }}

),

summed as (

    select
        amounts.anchor,
        amounts.segment,
        amounts.driver,
        coalesce(amounts.driver_class, drivers.driver_classes) as driver_class,
        drivers.position,
        amounts.project_id,
        amounts.month,
        amounts.record_id,
        sum(amounts.amount) as amount

    from amounts

    left join drivers
        on amounts.driver = drivers.driver

    group by all

    having sum(amounts.amount) != 0

)

select * from summed
