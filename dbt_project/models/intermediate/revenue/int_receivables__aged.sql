{#  What clients owe with tax, what of it is overdue by age, and what was billed with
    tax in the last 90 days of each month, at the leaf. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

contributions as (

    select * from {{ ref('revenue_contributions') }}

    where
        anchor = 'billed'
        or (segment = 'billed_to_paid' and driver in ('not_due', 'overdue'))

),

months as (

    select * from {{ ref('int_months__counted') }}

    where has_begun

),

lines as (

    select
        record_id,
        invoice_id,
        invoice_date,
        net_amount,
        tax_amount

    from {{ ref('int_invoice_lines__netted') }}

    where line_class = 'billed' and net_amount != 0

),

invoices as (

    select
        invoice_id,
        sum(net_amount) as net_amount,
        sum(tax_amount) as tax_amount

    from lines

    group by all

    having sum(net_amount) != 0

),

due as (

    select
        pieces.invoice_id,
        max(date_diff('day', pieces.due_date, firm.as_of)) as n_days

    from {{ ref('int_receivables__pieced') }} as pieces

    cross join firm

    group by all

),

aged as (

    select
        contributions.client_id,
        contributions.project_id,
        contributions.company_id,
        contributions.service_code,
        contributions.is_intercompany,
        contributions.month,
        case
            when due.n_days <= 30 then 'overdue_30_days'
            when due.n_days <= 60 then 'overdue_60_days'
            when due.n_days <= 90 then 'overdue_90_days'
            else 'overdue_longer'
        end as measure,
        -contributions.contribution_amount as measure_amount

    from contributions

    inner join due
        on contributions.record_id = due.invoice_id

    where contributions.driver = 'overdue'

    union all

    select
        contributions.client_id,
        contributions.project_id,
        contributions.company_id,
        contributions.service_code,
        contributions.is_intercompany,
        contributions.month,
        'receivable_with_tax' as measure,
        -{{ reached_of(
            'contributions.contribution_amount',
            '(invoices.net_amount + invoices.tax_amount)', 'invoices.net_amount'
        ) }} as measure_amount

    from contributions

    inner join invoices
        on contributions.record_id = invoices.invoice_id

    union all

    select
        contributions.client_id,
        contributions.project_id,
        contributions.company_id,
        contributions.service_code,
        contributions.is_intercompany,
        months.month,
        'billed_in_90_days' as measure,
        {{ reached_of(
            'contributions.contribution_amount',
            '(lines.net_amount + lines.tax_amount)', 'lines.net_amount'
        ) }} as measure_amount

    from contributions

    inner join lines
        on contributions.record_id = lines.record_id

    inner join months
        on
            lines.invoice_date <= months.last_past_day
            and lines.invoice_date > months.last_past_day - 90

)

select * from aged
