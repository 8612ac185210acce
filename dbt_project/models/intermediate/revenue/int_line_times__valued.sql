{#  Which hours a line bills, as the books say it: the value of the work, and what the
    line charges for it. #}
with

links as (

    select * from {{ ref('int_accounting_invoice_line_times__unioned') }}

),

lines as (

    select * from {{ ref('int_project_lines__compared') }}

    where billing_class = 'work' and delivery_method = 'time'

),

entries as (

    select * from {{ ref('int_time_entries__valued') }}

    where is_billable

),

linked as (

    select
        entries.record_id,
        entries.project_id,
        entries.hours,
        entries.work_amount,
        lines.record_id as line_id,
        lines.invoice_date,
        coalesce(links.billed_hours, entries.hours) as billed_hours,
        coalesce(links.billed_rate, entries.bill_rate) as billed_rate

    from links

    inner join lines
        on
            lines.record_id
            = links.source_system || ':invoice_line:' || links.invoice_line_id

    inner join entries
        on
            links.time_entry_id = entries.source_record_id
            and lines.project_id = entries.project_id

),

cumulated as (

    select
        *,
        least(
            sum(billed_hours) over (
                partition by record_id order by invoice_date, line_id
                rows between unbounded preceding and current row
            ),
            greatest(hours, 0)
        ) as hours_to

    from linked

),

{#  Hours that were billed and are no longer logged are a difference, not a rate. #}
covered as (

    select
        *,
        case
            when hours <= 0 then billed_hours
            else
                hours_to - coalesce(
                    lag(hours_to) over (
                        partition by record_id order by invoice_date, line_id
                    ),
                    0
                )
        end as covered_hours

    from cumulated

),

valued as (

    select
        record_id,
        project_id,
        line_id,
        invoice_date,
        work_amount,
        {{ money('round(covered_hours * billed_rate, 2)') }} as charged_amount,
        case
            when hours <= 0 then work_amount
            else
                {{ reached_of('work_amount', 'hours_to', 'hours') }}
                - coalesce(
                    lag({{ reached_of('work_amount', 'hours_to', 'hours') }}) over (
                        partition by record_id order by invoice_date, line_id
                    ),
                    0
                )
        end as value_amount

    from covered

)

select * from valued
