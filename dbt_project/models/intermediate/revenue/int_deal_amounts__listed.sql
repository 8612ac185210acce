with

sold as (

    select * from {{ ref('int_sold_amounts__listed') }}

),

planning as (

    select * from {{ ref('int_planning_amounts__listed') }}

),

listed as (

    select
        anchor,
        segment,
        driver,
        driver_class,
        deal_id,
        'whole' as schedule_id,
        'unassigned' as project_id,
        client_id,
        record_id,
        amount_from,
        amount_to,
        exchange_rate

    from sold

    union all

    select
        anchor,
        case when driver is not null then 'expected_to_planned' end as segment,
        driver,
        null as driver_class,
        deal_id,
        schedule_id,
        project_id,
        client_id,
        record_id,
        amount_from,
        amount_to,
        exchange_rate

    from planning

)

select * from listed
