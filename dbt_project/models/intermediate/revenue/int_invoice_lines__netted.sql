{#  What each line is to the billed layer. The client of the line's project wins over
    the invoice's own customer. #}
with

lines as (

    select * from {{ ref('int_invoice_lines__priced') }}

),

copies as (

    select * from {{ ref('int_invoices__copied') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

adjustments as (

    select
        source_system || ':invoice_line:' || invoice_line_id as record_id,
        sum(adjustment_amount) as adjustment_amount

    from {{ ref('int_accounting_line_adjustments__unioned') }}

    group by all

),

netted as (

    select
        lines.*,
        days.fiscal_month as month,
        coalesce(adjustments.adjustment_amount, 0) as adjustment_amount,
        {{ converted('lines.net_amount', 'lines.stated_rate') }} as book_amount,
        case
            when not lines.is_issued then 'draft_or_void'
            when copies.invoice_id is not null then 'duplicate_invoice'
            when lines.account_kind in ('other', 'tax', 'receivable', 'bad_debt')
                then 'not_revenue'
            else 'billed'
        end as line_class,
        case
            when lines.is_credit then 'credit_note'
            when lines.project_id = 'unassigned' and lines.is_project_work
                then 'unlinked_invoice'
            when lines.project_id = 'unassigned' then 'outside_delivery_scope'
            when lines.line_kind = 'expense' then 'expenses_rebilled'
            when lines.line_kind = 'retention' then 'retention_withheld'
            else 'work'
        end as billing_class

    from lines

    inner join days
        on lines.invoice_date = days.calendar_date

    left join copies
        on lines.invoice_id = copies.invoice_id

    left join adjustments
        on lines.record_id = adjustments.record_id

)

select * from netted
