{#  The months of every amount that follows a deal's schedules. Each month is the
    difference of two running totals, in the deal's currency and converted, so nothing
    is left over. #}
with

listed as (

    select * from {{ ref('int_deal_amounts__listed') }}

),

deals as (

    select * from {{ ref('int_deals__expected') }}

),

spread as (

    select * from {{ ref('int_deals__spread') }}

),

{#  The last step of its segment: the CRM's own rate against ours on the closing day. #}
rate_steps as (

    select
        deal_id,
        client_id,
        expected_amount,
        crm_rate,
        close_rate

    from deals

    where not is_copy and crm_rate != close_rate

),

reached as (

    select
        listed.*,
        deals.currency_code,
        spread.month,
        spread.below_to + {{ reached_of(
            'listed.amount_to', 'spread.weight_to', 'spread.weight_total'
        ) }} as to_now,
        spread.below_from + {{ reached_of(
            'listed.amount_to', 'spread.weight_from', 'spread.weight_total'
        ) }} as to_before,
        spread.below_to + {{ reached_of(
            'listed.amount_from', 'spread.weight_to', 'spread.weight_total'
        ) }} as from_now,
        spread.below_from + {{ reached_of(
            'listed.amount_from', 'spread.weight_from', 'spread.weight_total'
        ) }} as from_before

    from listed

    inner join deals
        on listed.deal_id = deals.deal_id

    inner join spread
        on
            listed.deal_id = spread.deal_id
            and listed.schedule_id = spread.schedule_id

),

rate_reached as (

    select
        rate_steps.*,
        deals.currency_code,
        spread.month,
        {{ reached_of(
            'rate_steps.expected_amount', 'spread.weight_to', 'spread.weight_total'
        ) }} as now_amount,
        {{ reached_of(
            'rate_steps.expected_amount', 'spread.weight_from', 'spread.weight_total'
        ) }} as before_amount

    from rate_steps

    inner join deals
        on rate_steps.deal_id = deals.deal_id

    inner join spread
        on
            rate_steps.deal_id = spread.deal_id
            and spread.schedule_id = 'whole'

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
        (to_now - to_before) - (from_now - from_before) as contract_amount,
        (
            {{ converted('to_now', 'exchange_rate') }}
            - {{ converted('to_before', 'exchange_rate') }}
        ) - (
            {{ converted('from_now', 'exchange_rate') }}
            - {{ converted('from_before', 'exchange_rate') }}
        ) as contribution_amount

    from reached

    union all

    select
        null as anchor,
        'crm_to_expected' as segment,
        'crm_fx' as driver,
        'L' as driver_class,
        deal_id,
        'unassigned' as project_id,
        client_id,
        month,
        deal_id as record_id,
        currency_code,
        0 as contract_amount,
        (
            {{ converted('now_amount', 'close_rate') }}
            - {{ converted('before_amount', 'close_rate') }}
        ) - (
            {{ converted('now_amount', 'crm_rate') }}
            - {{ converted('before_amount', 'crm_rate') }}
        ) as contribution_amount

    from rate_reached

)

select * from valued

where contract_amount != 0 or contribution_amount != 0
