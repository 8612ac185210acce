with

contributions as (

    select * from {{ ref('revenue_contributions') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

anchors as (

    select * from {{ ref('revenue_scopes') }}

),

leaves as (

    select
        deal_id,
        project_id,
        client_id,
        group_id,
        legal_entity_id,
        company_id,
        service_code,
        is_intercompany,
        month,
        anchor,
        sum(contribution_amount) as anchor_amount

    from contributions

    group by all

),

scope_kinds as (

    select distinct scope_kind

    from anchors

),

timed as (

    select
        *,
        month as period

    from leaves

    union all

    select
        *,
        'to_date' as period

    from leaves

),

scoped as (

    select
        scope_kinds.scope_kind,
        {{ scope_id('scope_kinds.scope_kind', 'timed') }} as scope_id,
        timed.period,
        timed.anchor,
        sum(timed.anchor_amount) as anchor_amount

    from timed

    cross join scope_kinds

    group by all

),

periods as (

    select distinct
        scope_kind,
        scope_id,
        period

    from scoped

    where scope_id is not null

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
        {{ money('coalesce(scoped.anchor_amount, 0)') }} as anchor_amount

    from periods

    cross join firm

    inner join anchors
        on periods.scope_kind = anchors.scope_kind

    left join scoped
        on
            periods.scope_kind = scoped.scope_kind
            and periods.scope_id = scoped.scope_id
            and periods.period = scoped.period
            and anchors.anchor = scoped.anchor

)

select * from anchored
