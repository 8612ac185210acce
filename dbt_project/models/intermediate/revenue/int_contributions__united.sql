{#  Every anchor and every step of the revenue bridge at the leaf: deal, project,
    client, month and record. Anchors, steps and evidence of every scope are sums over
    these rows. #}
with

in_both_currencies as (

    select * from {{ ref('int_deal_amounts__spread') }}

    union all

    select * from {{ ref('int_plan_amounts__spread') }}

    union all

    select * from {{ ref('int_phasing__computed') }}

    union all

    select * from {{ ref('int_project_amounts__valued') }}

    union all

    select * from {{ ref('int_billing_rates__compared') }}

    union all

    select * from {{ ref('int_conversions__closed') }}

),

in_reporting_currency as (

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

    from {{ ref('int_accounting_steps__listed') }}

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

    from {{ ref('int_recognitions__legged') }}

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

    from {{ ref('int_recognition_steps__listed') }}

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

    from {{ ref('int_receipts__legged') }}

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

    from {{ ref('int_receipt_steps__listed') }}

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

    from {{ ref('int_unlinked_lines__listed') }}

),

united as (

    select * from in_both_currencies

    union all

    select
        in_reporting_currency.anchor,
        in_reporting_currency.segment,
        in_reporting_currency.driver,
        in_reporting_currency.driver_class,
        in_reporting_currency.deal_id,
        in_reporting_currency.project_id,
        in_reporting_currency.client_id,
        in_reporting_currency.month,
        in_reporting_currency.record_id,
        null as currency_code,
        null as contract_amount,
        in_reporting_currency.step_amount as contribution_amount

    from in_reporting_currency

)

select * from united
