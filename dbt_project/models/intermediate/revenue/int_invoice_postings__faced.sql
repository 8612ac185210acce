{#  Every invoice beside its own postings on revenue accounts, leg by leg. #}
with

recognitions as (

    select * from {{ ref('int_recognitions__legged') }}

),

invoices as (

    select * from {{ ref('int_invoices__legged') }}

),

booked as (

    select
        invoice_id,
        count(*) as n_lines,
        sum(book_amount) as book_amount

    from {{ ref('int_invoice_lines__netted') }}

    group by all

),

{#  The same money in the books of a company with another currency: what differs then is
    the exchange rate alone. #}
same_in_the_books as (

    select journal_lines.invoice_id

    from {{ ref('int_journal_lines__recognised') }} as journal_lines

    inner join booked
        on journal_lines.invoice_id = booked.invoice_id

    where journal_lines.kind = 'invoice' and journal_lines.is_foreign

    group by journal_lines.invoice_id, booked.n_lines, booked.book_amount

    having
        abs(sum(journal_lines.base_amount) - booked.book_amount)
        <= 0.01 * booked.n_lines

),

posted as (

    select
        invoice_id,
        deal_id,
        project_id,
        client_id,
        sum(recognised_amount) as posted_amount,
        max(month) as last_month,
        max(record_id) as record_id

    from recognitions

    where kind = 'invoice' and invoice_id is not null

    group by all

),

faced as (

    select
        invoices.*,
        case
            when invoices.invoice_class = 'billed' then invoices.net_amount_reporting
            else 0
        end as billed_amount,
        coalesce(posted.posted_amount, 0) as posted_amount,
        coalesce(posted.last_month, invoices.month) as last_month,
        coalesce(posted.record_id, invoices.record_id) as posted_record_id,
        case
            when invoices.invoice_class != 'billed' then invoices.invoice_class
            when posted.invoice_id is null then 'deferred'
            when same_in_the_books.invoice_id is not null then 'fx'
            else 'manual_journal_without_basis'
        end as driver

    from invoices

    left join posted
        on
            invoices.invoice_id = posted.invoice_id
            and invoices.deal_id = posted.deal_id
            and invoices.project_id = posted.project_id
            and invoices.client_id = posted.client_id

    left join same_in_the_books
        on invoices.invoice_id = same_in_the_books.invoice_id

)

select * from faced
