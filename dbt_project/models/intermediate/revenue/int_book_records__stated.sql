{#  What the books say of each line of an invoice or a journal and of each payment. #}
with

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

),

stated as (

    select
        lines.source_system || ':invoice_line:' || lines.invoice_line_id as record_id,
        concat_ws(
            '|', invoices.customer_id, invoices.currency_code, invoices.exchange_rate,
            invoices.kind, invoices.is_tax_inclusive, lines.tax_amount,
            lines.psa_project_id, lines.project_ref, lines.account_code, lines.line_kind
        ) as more,
        invoices.invoice_date as record_date,
        lines.line_amount as record_amount,
        invoices.status as record_status,
        invoices.created_at

    from {{ ref('int_accounting_invoice_lines__unioned') }} as lines

    inner join invoices
        on
            lines.source_system = invoices.source_system
            and lines.invoice_id = invoices.invoice_id

    union all

    select
        source_system || ':journal_line:' || journal_line_id as record_id,
        concat_ws('|', account_code, psa_project_id, source_id, basis) as more,
        posting_date as record_date,
        net_credit_amount as record_amount,
        kind as record_status,
        created_at

    from {{ ref('int_accounting_journal_lines__unioned') }}

    union all

    select
        source_system || ':payment:' || payment_id as record_id,
        string_agg(coalesce(invoice_id, ''), '|' order by invoice_id) as more,
        min(payment_date) as record_date,
        sum(paid_amount) as record_amount,
        min(kind) as record_status,
        null as created_at

    from {{ ref('int_accounting_payments__unioned') }}

    group by source_system, payment_id

)

select * from stated
