{#  The months of every amount that follows a project's plan, cut by month and by leg
    from running totals, so nothing is left over. #}
with

listed as (

    select
        anchor,
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        record_id,
        amount_from,
        amount_to

    from {{ ref('int_plan_amounts__listed') }}

    union all

    select
        null as anchor,
        segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        record_id,
        amount_from,
        amount_to

    from {{ ref('int_plan_exceptions__listed') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

spread as (

    select * from {{ ref('int_projects__spread') }}

),

reached as (

    select
        listed.*,
        spread.month,
        {{ reached_of(
            'listed.amount_to', 'spread.weight_to', 'spread.weight_total'
        ) }} as to_now,
        {{ reached_of(
            'listed.amount_to', 'spread.weight_from', 'spread.weight_total'
        ) }} as to_before,
        {{ reached_of(
            'listed.amount_from', 'spread.weight_to', 'spread.weight_total'
        ) }} as from_now,
        {{ reached_of(
            'listed.amount_from', 'spread.weight_from', 'spread.weight_total'
        ) }} as from_before

    from listed

    inner join spread
        on listed.project_id = spread.project_id

),

legged as (

    select
        reached.anchor,
        reached.segment,
        reached.driver,
        reached.driver_class,
        reached.deal_id,
        reached.project_id,
        reached.client_id,
        reached.month,
        reached.record_id,
        legs.currency_code,
        legs.exchange_rate,
        {{ leg_of('reached.to_now', 'legs') }} as to_now,
        {{ leg_of('reached.to_before', 'legs') }} as to_before,
        {{ leg_of('reached.from_now', 'legs') }} as from_now,
        {{ leg_of('reached.from_before', 'legs') }} as from_before

    from reached

    inner join legs
        on
            reached.project_id = legs.project_id
            and reached.deal_id = legs.deal_id

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

    from legged

)

select * from valued

where contract_amount != 0 or contribution_amount != 0
