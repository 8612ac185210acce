{#  Everything between the plan and the invoice that belongs to a project, on the legs
    of its deals: each record's amount is cut by cumulative rounding. #}
with

legs as (

    select * from {{ ref('int_projects__legged') }}

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
        anchor,
        segment,
        driver,
        driver_class,
        project_id,
        month,
        record_id,
        sum(amount) as amount

    from amounts

    group by all

    having sum(amount) != 0

),

legged as (

    select
        summed.anchor,
        summed.segment,
        summed.driver,
        summed.driver_class,
        legs.deal_id,
        summed.project_id,
        legs.client_id,
        summed.month,
        summed.record_id,
        legs.currency_code,
        legs.exchange_rate,
        {{ leg_of('summed.amount', 'legs') }} as contract_amount

    from summed

    inner join legs
        on summed.project_id = legs.project_id

)

select * from legged

where contract_amount != 0
