with

firm as (

    select * from {{ source('rules', 'firm') }}

),

timed as (

    select * from {{ ref('int_handoffs__timed') }}

),

events as (

    select * from {{ ref('handoff_events') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

handoffs as (

    select

        ---------- ids
        timed.event || ':' || timed.record_id || ':' || timed.triggered_date
            as handoff_id,
        timed.event,
        timed.record_id,
        timed.done_record_id,
        timed.client_id,
        timed.project_id,

        ---------- strings
        timed.state,
        timed.subject,
        timed.from_role,
        timed.to_role,
        timed.owner_role,
        timed.mismatch,
        {{ handoff_told('timed', 'events') }} as explanation,

        ---------- numerics
        timed.lag_working_days,
        timed.late_working_days,
        timed.limit_working_days,
        coalesce(timed.n_done, case when timed.is_open then 0 else 1 end) as n_done,
        coalesce(timed.n_required, 1) as n_required,
        coalesce(timed.n_triggers, 1) as n_triggers,
        cast(round(
            coalesce(timed.handed_amount, 0) * coalesce(rates.exchange_rate, 1), 2
        ) as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- booleans
        timed.is_open,

        ---------- dates
        timed.triggered_date,
        timed.done_date,

        ---------- lineage
        timed.source_system

    from timed

    cross join firm

    inner join events
        on timed.event = events.event

    left join rates
        on
            upper(timed.currency_code) = rates.currency_code
            and firm.as_of >= rates.valid_from
            and firm.as_of < rates.valid_before

)

select * from handoffs
