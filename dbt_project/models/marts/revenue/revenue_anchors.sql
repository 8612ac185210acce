with

scoped as (

    select * from {{ ref('int_contributions__scoped') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

anchors as (

    select * from {{ ref('revenue_scopes') }}

),

periods as (

    select distinct
        scope_kind,
        scope_id,
        period

    from scoped

),

summed as (

    select
        scope_kind,
        scope_id,
        period,
        anchor,
        sum(contribution_amount) as anchor_amount

    from scoped

    where anchor is not null

    group by all

),

{#  An anchor that is nothing is still said, as 0.00. #}
anchored as (

    select

        ---------- ids
        periods.scope_kind,
        periods.scope_id,

        ---------- strings
        periods.period,
        anchors.anchor,
        firm.reporting_currency as currency_code,

        ---------- numerics
        {{ money('coalesce(summed.anchor_amount, 0)') }} as anchor_amount

    from periods

    cross join firm

    inner join anchors
        on periods.scope_kind = anchors.scope_kind

    left join summed
        on
            periods.scope_kind = summed.scope_kind
            and periods.scope_id = summed.scope_id
            and periods.period = summed.period
            and anchors.anchor = summed.anchor

)

select * from anchored
