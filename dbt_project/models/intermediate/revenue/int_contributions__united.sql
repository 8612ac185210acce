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

    select * from {{ ref('int_project_amounts__legged') }}

    union all

    select * from {{ ref('int_billing_rates__compared') }}

),

in_reporting_currency as (

    select * from {{ ref('int_reporting_amounts__united') }}

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
