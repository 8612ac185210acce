{#  Lines that do not say which hours they bill cover open work in the order in which it
    was approved, then the oldest first. Both sides are laid end to end; where they
    overlap, the line bills the entry. #}
with

entries as (
    select * from {{ ref('int_time_entries__valued') }}
    where is_billable
),

lines as (

    select * from {{ ref('int_project_lines__compared') }}

    where billing_class = 'work' and delivery_method = 'time'

),

valued as (select * from {{ ref('int_line_times__valued') }}),

covered as (

    select
        record_id,
        sum(value_amount) as value_amount
    from valued
    group by all

),

open_entries as (

    select
        entries.record_id,
        entries.project_id,
        entries.work_date,
        coalesce(entries.approved_date, date '9999-12-31') as approved_date,
        entries.work_amount - coalesce(covered.value_amount, 0) as open_amount

    from entries

    left join covered
        on entries.record_id = covered.record_id

    where entries.work_amount - coalesce(covered.value_amount, 0) > 0

),

silent_lines as (

    select
        record_id as line_id,
        project_id,
        invoice_date,
        line_kind = 'advance' as is_advance,
        net_amount - adjustment_amount as open_amount

    from lines

    where
        net_amount - adjustment_amount > 0
        and record_id not in (select valued.line_id from valued)

),

laid_entries as (

    select
        *,
        sum(open_amount) over (
            partition by project_id order by approved_date, work_date, record_id
        ) - open_amount as amount_from,
        sum(open_amount) over (
            partition by project_id order by approved_date, work_date, record_id
        ) as amount_to

    from open_entries

    where project_id in (select silent_lines.project_id from silent_lines)

),

{#  A deposit that was paid back bills nothing. #}
refunds as (

    select
        project_id,
        sum(net_amount) as refund_amount

    from lines

    where line_kind = 'advance' and net_amount < 0

    group by all

),

running_lines as (

    select
        silent_lines.*,
        sum(silent_lines.open_amount) over (
            partition by silent_lines.project_id
            order by silent_lines.invoice_date, silent_lines.line_id
        ) as running_amount,
        sum(silent_lines.open_amount) over (partition by silent_lines.project_id)
        + coalesce(refunds.refund_amount, 0) as most_amount

    from silent_lines

    left join refunds on silent_lines.project_id = refunds.project_id

),

laid_lines as (

    select
        line_id,
        project_id,
        invoice_date,
        is_advance,
        least(running_amount - open_amount, most_amount) as amount_from,
        least(running_amount, most_amount) as amount_to

    from running_lines

),

matched as (

    select
        laid_entries.record_id,
        laid_entries.project_id,
        laid_lines.line_id,
        laid_lines.invoice_date,
        laid_lines.is_advance,
        least(laid_entries.amount_to, laid_lines.amount_to)
        - greatest(laid_entries.amount_from, laid_lines.amount_from) as value_amount

    from laid_entries

    inner join laid_lines
        on
            laid_entries.project_id = laid_lines.project_id
            and laid_entries.amount_from < laid_lines.amount_to
            and laid_entries.amount_to > laid_lines.amount_from

)

select * from matched
