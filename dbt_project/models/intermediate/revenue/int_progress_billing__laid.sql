{#  Deliveries on one side and invoice lines on the other, laid end to end as they stood
    at the end of every month. Where a running total falls again, later records win. #}
with

months as (

    select * from {{ ref('int_months__counted') }}

    where has_begun

),

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test and delivery_method != 'time'

),

events as (

    select
        deliveries.project_id,
        'delivery' as side,
        deliveries.record_id,
        deliveries.delivered_date as event_date,
        deliveries.month,
        deliveries.delivered_amount as event_amount

    from {{ ref('int_deliveries__dated') }} as deliveries

    inner join projects
        on deliveries.project_id = projects.project_id

    union all

    select
        project_id,
        'line' as side,
        record_id,
        invoice_date as event_date,
        month,
        net_amount - adjustment_amount as event_amount

    from {{ ref('int_project_lines__compared') }}

    where billing_class = 'work' and delivery_method != 'time'

),

at_month_ends as (

    select
        events.project_id,
        events.side,
        events.record_id,
        events.event_date,
        months.month,
        months.last_past_day,
        sum(events.event_amount) over (
            partition by events.project_id, events.side, months.month
            order by events.event_date, events.record_id
        ) as running_amount

    from events

    inner join months
        on events.month <= months.month

),

laid as (

    select
        *,
        min(running_amount) over (
            partition by project_id, side, month
            order by event_date, record_id
            rows between current row and unbounded following
        ) as amount_to

    from at_month_ends

)

select * from laid
