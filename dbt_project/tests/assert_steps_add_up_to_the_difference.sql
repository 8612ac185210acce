{#  Guards revenue_bridge. In every scope and period the steps between two neighbouring
    numbers are exactly their difference. A non-zero residual would be our bug: a reason
    missing or counted twice. #}
with

anchors as (

    select * from {{ ref('revenue_anchors') }}

),

segments as (

    select * from {{ ref('revenue_segments') }}

),

steps as (

    select
        scope_kind,
        scope_id,
        period,
        segment,
        sum(step_amount) as step_amount

    from {{ ref('revenue_bridge') }}

    group by all

),

differences as (

    select
        left_side.scope_kind,
        left_side.scope_id,
        left_side.period,
        segments.segment,
        right_side.anchor_amount - left_side.anchor_amount as difference_amount

    from segments

    inner join anchors as left_side
        on segments.from_anchor = left_side.anchor

    inner join anchors as right_side
        on
            segments.to_anchor = right_side.anchor
            and left_side.scope_kind = right_side.scope_kind
            and left_side.scope_id = right_side.scope_id
            and left_side.period = right_side.period

)

select
    differences.*,
    steps.step_amount

from differences

left join steps
    on
        differences.scope_kind = steps.scope_kind
        and differences.scope_id = steps.scope_id
        and differences.period = steps.period
        and differences.segment = steps.segment

where differences.difference_amount != coalesce(steps.step_amount, 0)
