{#  Payments, and the release of what a client held back: money that arrives beyond the
    rest of an invoice pays what was withheld from it. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

payments as (

    select
        payments.source_system,
        payments.payment_id,
        payments.payment_date,
        payments.paid_amount,
        payments.paid_tax_amount,
        payments.invoice_id,
        payments.customer_id,
        coalesce(payments.kind, 'cash') as kind,
        payments.currency_code,
        payments.exchange_rate,
        payments.company_id

    from {{ ref('int_accounting_payments__unioned') }} as payments

    inner join firm
        on payments.payment_date <= firm.as_of

),

invoices as (

    select
        invoices.source_system,
        invoices.source_invoice_id as invoice_id,
        sum(lines.net_amount + lines.tax_amount) as gross_amount

    from {{ ref('int_invoices__described') }} as invoices

    inner join {{ ref('int_invoice_lines__netted') }} as lines
        on invoices.invoice_id = lines.invoice_id

    where lines.line_class = 'billed'

    group by all

),

settled as (

    select
        source_system,
        invoice_id,
        sum(paid_amount) as settled_amount,
        sum(case when kind = 'retention_withheld' then paid_amount else 0 end)
            as withheld_amount,
        max_by(payment_id, (payment_date, payment_id)) filter (where kind = 'cash')
            as last_payment_id,
        max(payment_date) filter (where kind = 'cash') as last_payment_date

    from payments

    where invoice_id is not null

    group by all

    having sum(case when kind = 'retention_withheld' then paid_amount else 0 end) > 0

),

releases as (

    select
        settled.source_system,
        settled.last_payment_id as payment_id,
        settled.last_payment_date as payment_date,
        -least(
            settled.settled_amount - invoices.gross_amount, settled.withheld_amount
        ) as paid_amount,
        null as paid_tax_amount,
        settled.invoice_id,
        null as customer_id,
        'retention_withheld' as kind,
        null as currency_code,
        null as exchange_rate,
        null as company_id

    from settled

    inner join invoices
        on
            settled.source_system = invoices.source_system
            and settled.invoice_id = invoices.invoice_id

    where settled.settled_amount > invoices.gross_amount

),

completed as (

    select * from payments

    union all

    select * from releases

)

select * from completed
