{#  What a project's invoice lines add besides the work they bill: recorded adjustments,
    other rates, differences nobody explained, and lines that bill no work at all. #}
with

lines as (

    select * from {{ ref('int_project_lines__compared') }}

),

adjustments as (

    select * from {{ ref('int_line_adjustments__keyed') }}

),

measured as (

    select * from {{ ref('int_project_lines__measured') }}

),

listed as (

    select
        lines.project_id,
        case
            when adjustments.kind = 'rate_difference'
                then 'invoice_rate_differs_from_contract'
            when adjustments.kind = 'agreed_rate' then 'rate_change'
            else adjustments.kind
        end as driver,
        case
            when adjustments.kind = 'rate_difference' then 'F'
            else 'L'
        end as driver_class,
        lines.month,
        lines.record_id,
        {{ money(
            'round(adjustments.adjustment_amount * lines.to_project_currency, 2)'
        ) }} as step_amount

    from lines

    inner join adjustments
        on lines.record_id = adjustments.record_id

    where lines.billing_class = 'work'

    union all

    select
        project_id,
        'invoice_rate_differs_from_contract' as driver,
        'F' as driver_class,
        month,
        record_id,
        rate_amount as step_amount

    from measured

    union all

    select
        project_id,
        case
            when line_kind = 'advance' then 'billed_in_advance'
            else 'billing_difference_without_reason'
        end as driver,
        null as driver_class,
        month,
        record_id,
        net_amount - adjustment_amount - value_amount - rate_amount as step_amount

    from measured

    union all

    select
        project_id,
        billing_class as driver,
        case
            when billing_class != 'credit_note' then null
            when reason is null then 'U'
            else 'L'
        end as driver_class,
        month,
        record_id,
        net_amount as step_amount

    from lines

    where billing_class != 'work'

)

select * from listed

where step_amount != 0
