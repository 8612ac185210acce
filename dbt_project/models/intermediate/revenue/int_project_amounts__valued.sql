{#  Converted by running totals, so that a reason's records always sum to its
    conversion. #}
with

legged as (

    select * from {{ ref('int_project_amounts__legged') }}

),

running as (

    select
        *,
        sum(contract_amount) over (
            partition by anchor, segment, driver, driver_class, deal_id, project_id
            order by month, record_id
            rows between unbounded preceding and current row
        ) as contract_to

    from legged

),

valued as (

    select
        anchor,
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        month,
        record_id,
        currency_code,
        contract_amount,
        {{ converted('contract_to', 'exchange_rate') }}
        - {{ converted('contract_to - contract_amount', 'exchange_rate') }}
            as contribution_amount

    from running

)

select * from valued
