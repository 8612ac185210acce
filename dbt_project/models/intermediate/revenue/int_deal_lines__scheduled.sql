{#  Which lines say when a part of a deal was to be done: a project's own lines where
    the map of lines decides, the line itself for what needs no project yet, else all
    lines of the work. Lines without any date, or below zero, say nothing. #}
with

divided as (

    select * from {{ ref('int_deals__divided') }}

),

lines as (

    select * from {{ ref('int_deal_lines__classified') }}

),

told as (

    select
        lines.deal_id,
        'work' as schedule_id,
        lines.record_id,
        lines.net_amount,
        lines.start_date,
        lines.end_date

    from lines

    inner join divided
        on lines.deal_id = divided.deal_id

    where lines.line_class in ('deliverable', 'project_missing')

    union all

    select
        lines.deal_id,
        case
            when lines.line_class in ('outside_delivery_scope', 'future_term')
                then lines.record_id
            else coalesce(lines.project_id, 'open')
        end as schedule_id,
        lines.record_id,
        lines.net_amount,
        lines.start_date,
        lines.end_date

    from lines

    inner join divided
        on lines.deal_id = divided.deal_id

    where
        lines.line_class in ('outside_delivery_scope', 'future_term')
        or divided.share_method = 'lines'

),

weighed as (

    select
        *,
        count(*) filter (where start_date is not null and end_date is not null) over (
            partition by deal_id, schedule_id
        ) as n_dated_lines,
        sum(net_amount) over (partition by deal_id, schedule_id) as schedule_amount,
        min(net_amount) over (partition by deal_id, schedule_id) as smallest_amount

    from told

),

scheduled as (

    select
        deal_id,
        schedule_id,
        record_id,
        net_amount,
        start_date,
        end_date

    from weighed

    where n_dated_lines > 0 and schedule_amount > 0 and smallest_amount >= 0

)

select * from scheduled
