{#  Everything between the plan and the invoice that belongs to a project, before its
    deals share it. #}
with

drivers as (

    select * from {{ ref('drivers') }}

),

amounts as (

    select
        'delivered' as anchor,
        project_id,
        month,
        record_id,
        delivered_amount as step_amount

    from {{ ref('int_deliveries__dated') }}

    union all by name

    select
        *,
        'planned_to_delivered' as segment

    from {{ ref('int_delivery_steps__listed') }}

    union all by name

    select
        *,
        'planned_to_delivered' as segment

    from {{ ref('int_time_steps__listed') }}

    union all by name

    select
        *,
        'delivered_to_billed' as segment

    from {{ ref('int_time_billing_steps__listed') }}

    union all by name

    select
        *,
        'delivered_to_billed' as segment

    from {{ ref('int_progress_billing_steps__listed') }}

    union all by name

    select
        *,
        'delivered_to_billed' as segment

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
        sum(amounts.step_amount) as amount

    from amounts

    left join drivers
        on amounts.driver = drivers.driver

    group by all

    having sum(amounts.step_amount) != 0

)

select * from summed
