{#  Every invoice in pieces: one per payment, and one for what is still open or was paid
    too much. #}
with

invoices as (

    select * from {{ ref('int_invoices__described') }}

),

billed as (

    select
        invoice_id,
        sum(net_amount_reporting) as billed_amount

    from {{ ref('int_billed_lines__legged') }}

    where line_class = 'billed'

    group by all

),

payments as (

    select * from {{ ref('int_payments__netted') }}

    where invoice_id is not null

),

settled as (

    select
        invoice_id,
        sum(settled_to - settled_from) as settled_amount,
        max(payment_date) as last_payment_date

    from payments

    group by all

),

due as (

    select
        invoices.invoice_id,
        invoices.invoice_date,
        coalesce(invoices.due_date, credited.due_date, date '9999-12-30') as due_date,
        billed.billed_amount,
        coalesce(settled.settled_amount, 0) as settled_amount,
        sign(billed.billed_amount)
        * sign(billed.billed_amount - coalesce(settled.settled_amount, 0)) < 0
            as is_overpaid,
        settled.last_payment_date

    from billed

    inner join invoices
        on billed.invoice_id = invoices.invoice_id

    left join invoices as credited
        on invoices.credits_invoice_id = credited.invoice_id

    left join settled
        on billed.invoice_id = settled.invoice_id

),

pieced as (

    select
        due.invoice_id,
        due.invoice_id as record_id,
        due.invoice_date,
        due.due_date,
        payments.settled_from as piece_from,
        payments.settled_to as piece_to,
        payments.payment_date as settled_date,
        false as is_overpaid

    from due

    inner join payments
        on due.invoice_id = payments.invoice_id

    union all

    select
        invoice_id,
        invoice_id as record_id,
        invoice_date,
        due_date,
        settled_amount as piece_from,
        billed_amount as piece_to,
        case
            when is_overpaid then greatest(last_payment_date, invoice_date)
            else date '9999-12-31'
        end as settled_date,
        is_overpaid

    from due

)

select * from pieced
