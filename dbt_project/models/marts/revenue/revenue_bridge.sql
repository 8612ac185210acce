with

firm as (

    select * from {{ source('rules', 'firm') }}

),

evidence as (

    select * from {{ ref('int_bridge_evidence__summed') }}

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
        bool_and(has_contract_currency)
        and min(first_currency_code) = max(last_currency_code) as has_one_currency,
        min(first_currency_code) as first_currency_code,
        count(*) filter (where evidence_amount != 0) as n_records,
        {{ top_three('source_record_id', 'abs(evidence_amount)') }} as record_names,
        sum(evidence_amount) as step_amount,
        sum(evidence_amount_contract) as evidence_amount_contract

    from evidence

    group by all

    having sum(evidence_amount) != 0

),

worded as (

    select
        steps.*,
        case when steps.has_one_currency then steps.first_currency_code end
            as contract_currency_code,
        case when steps.has_one_currency then steps.evidence_amount_contract end
            as step_amount_contract,
        drivers.owner_role,
        drivers.fix_in,
        {{ step_sentence('drivers', 'steps', 'firm') }} as explanation

    from steps

    cross join firm

    inner join drivers
        on steps.driver = drivers.driver

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
