{#  What has no contract currency: the books' own export, what is recognised, paid or
    billed without a project. #}
with

accounting_steps as (

    select * from {{ ref('int_accounting_steps__listed') }}

),

recognitions as (

    select * from {{ ref('int_recognitions__legged') }}

),

recognition_steps as (

    select * from {{ ref('int_recognition_steps__listed') }}

),

receipts as (

    select * from {{ ref('int_receipts__legged') }}

),

receipt_steps as (

    select * from {{ ref('int_receipt_steps__listed') }}

),

unlinked_lines as (

    select * from {{ ref('int_unlinked_lines__listed') }}

),

united as (

    select
        anchor,
        case when anchor is null then 'accounting_to_billed' end as segment,
        driver,
        case
            when driver in ('tax', 'not_revenue', 'client_legal_succession') then 'L'
            when driver is not null then 'F'
        end as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        step_amount

    from accounting_steps

    union all

    select
        'recognised' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        recognised_amount as step_amount

    from recognitions

    union all

    select
        null as anchor,
        'billed_to_recognised' as segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        step_amount

    from recognition_steps

    union all

    select
        'paid' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        paid_amount as step_amount

    from receipts

    union all

    select
        null as anchor,
        'billed_to_paid' as segment,
        driver,
        null as driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        step_amount

    from receipt_steps

    union all

    select
        null as anchor,
        'delivered_to_billed' as segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        step_amount

    from unlinked_lines

)

select * from united
