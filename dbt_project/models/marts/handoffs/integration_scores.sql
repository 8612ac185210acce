{#  What to repair first. What was measured weighs as much as what somebody thinks:
    money at risk counts half, then how many break, then how long the oldest waits. What
    works needs no repair and stands last. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

measured as (

    select
        *,
        cast(round(
            50 * coalesce(
                cast(money_at_stake as decimal(18, 6))
                / nullif(max(money_at_stake) over (), 0),
                0
            )
            + 30 * coalesce(
                cast(n_broken as decimal(18, 6)) / nullif(max(n_broken) over (), 0), 0
            )
            + 20 * coalesce(
                cast(oldest_working_days as decimal(18, 6))
                / nullif(max(oldest_working_days) over (), 0),
                0
            ),
            2
        ) as decimal(9, 2)) as measured_score

    from {{ ref('int_integrations__measured') }}

),

weighed as (

    select
        *,
        cast(round(
            (10 * value_rating + 10 * risk_rating + measured_score)
            / (complexity_rating + cast(effort_days as decimal(9, 2)) / 5),
            2
        ) as decimal(9, 2)) as priority_score

    from measured

),

ordered as (

    select
        *,
        row_number() over (
            order by n_broken > 0 desc, priority_score desc, integration asc
        ) as position

    from weighed

),

scored as (

    select
        *,
        cast(sum(effort_days) over (order by position) as integer) as done_day_number

    from ordered

),

integration_scores as (

    select

        ---------- ids
        scored.integration,

        ---------- strings
        scored.kind,
        scored.label,
        scored.from_role,
        scored.to_role,
        {{ owner_of('scored.to_role') }} as owner_role,

        ---------- numerics
        scored.value_rating,
        scored.risk_rating,
        scored.complexity_rating,
        scored.effort_days,
        scored.n_handled,
        scored.n_broken,
        scored.n_open,
        scored.oldest_working_days,
        scored.money_at_stake,
        firm.reporting_currency as currency_code,
        scored.measured_score,
        scored.priority_score,
        scored.position,
        scored.done_day_number,

        ---------- booleans
        scored.is_rated_by_firm,
        scored.n_broken > 0 and scored.done_day_number <= 90 as is_in_ninety_days

    from scored

    cross join firm

)

select * from integration_scores
