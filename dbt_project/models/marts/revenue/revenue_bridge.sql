with

firm as (

    select * from {{ source('rules', 'firm') }}

),

scoped as (

    select * from {{ ref('int_contributions__scoped') }}

    where segment is not null

),

named as (

    select * from {{ ref('int_bridge_records__named') }}

),

drivers as (

    select * from {{ ref('drivers') }}

),

steps as (

    select
        scope_kind,
        scope_id,
        period,
        segment,
        position,
        driver,
        driver_class,
        currency_code,
        sum(contribution_amount) as step_amount,
        case
            when count(contract_currency_code) = count(*)
            and min(contract_currency_code) = max(contract_currency_code)
                then sum(contribution_amount_contract)
        end as step_amount_contract,
        case
            when count(contract_currency_code) = count(*)
            and min(contract_currency_code) = max(contract_currency_code)
                then min(contract_currency_code)
        end as contract_currency_code

    from scoped

    group by all

    having sum(contribution_amount) != 0

),

worded as (

    select
        steps.*,
        drivers.owner_role,
        drivers.fix_in,
        {{ step_sentence('drivers', 'named', 'steps', 'firm') }} as explanation

    from steps

    cross join firm

    inner join drivers
        on steps.driver = drivers.driver

    inner join named
        on
            steps.scope_kind = named.scope_kind
            and steps.scope_id = named.scope_id
            and steps.period = named.period
            and steps.segment = named.segment
            and steps.driver = named.driver
            and steps.driver_class = named.driver_class

),

bridge as (

    select

        ---------- ids
        scope_kind,
        scope_id,

        ---------- strings
        period,
        segment,
        position,
        driver,
        driver_class,
        {{ step_owner('owner_role', 'segment', 'driver_class') }} as owner_role,
        {{ step_fix('fix_in', 'segment', 'driver_class') }} as fix_in,
        explanation,
        currency_code,
        contract_currency_code,

        ---------- numerics
        step_amount,
        step_amount_contract

    from worded

)

select * from bridge
