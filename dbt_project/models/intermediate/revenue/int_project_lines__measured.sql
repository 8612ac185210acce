{#  Each line that bills hours beside the work it bills, and what another rate did. A
    rate difference that the books record is not counted a second time. #}
with

lines as (

    select * from {{ ref('int_project_lines__compared') }}

),

coverage as (

    select
        line_id as record_id,
        sum(value_amount) as value_amount,
        sum(charged_amount) as charged_amount

    from {{ ref('int_line_times__valued') }}

    group by all

),

matched as (

    select
        line_id as record_id,
        sum(value_amount) as value_amount

    from {{ ref('int_line_times__matched') }}

    group by all

),

rate_adjusted as (

    select distinct record_id

    from {{ ref('int_line_adjustments__keyed') }}

    where kind in ('agreed_rate', 'rate_difference')

),

measured as (

    select
        lines.*,
        coalesce(coverage.value_amount, matched.value_amount, 0) as value_amount,
        case
            when rate_adjusted.record_id is null
                then coalesce(coverage.charged_amount - coverage.value_amount, 0)
            else 0
        end as rate_amount

    from lines

    left join coverage
        on lines.record_id = coverage.record_id

    left join matched
        on lines.record_id = matched.record_id

    left join rate_adjusted
        on lines.record_id = rate_adjusted.record_id

    where lines.billing_class = 'work' and lines.delivery_method = 'time'

)

select * from measured
