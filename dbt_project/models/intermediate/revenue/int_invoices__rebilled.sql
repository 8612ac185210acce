{#  A credit note that takes back a whole invoice, and the invoice that bills the same
    amount again, to whichever legal entity: the two undo each other. #}
with

invoices as (

    select * from {{ ref('int_invoices__described') }}

    where is_issued

),

relations as (

    select * from {{ ref('int_clients__related') }}

),

lines as (

    select
        source_system || ':invoice:' || invoice_id as invoice_id,
        sum(line_amount) as line_amount

    from {{ ref('int_accounting_invoice_lines__unioned') }}

    group by all

),

documents as (

    select
        invoices.*,
        lines.line_amount

    from invoices

    inner join lines
        on invoices.invoice_id = lines.invoice_id

),

credits as (

    select
        documents.invoice_id,
        documents.source_system,
        documents.currency_code,
        documents.invoice_date,
        documents.credits_invoice_id,
        credited.client_id,
        credited.line_amount

    from documents

    inner join documents as credited
        on
            documents.credits_invoice_id = credited.invoice_id
            and documents.line_amount = -credited.line_amount

    where documents.kind = 'credit_note'

),

pairs as (

    select
        credits.invoice_id as credit_id,
        documents.invoice_id as rebill_id,
        credits.invoice_date as credit_date,
        documents.invoice_date as rebill_date

    from credits

    inner join documents
        on
            credits.source_system = documents.source_system
            and credits.currency_code = documents.currency_code
            and credits.line_amount = documents.line_amount
            and credits.credits_invoice_id != documents.invoice_id
            and credits.invoice_date <= documents.invoice_date
            and date_diff('day', credits.invoice_date, documents.invoice_date) <= 31

    left join relations
        on
            credits.client_id = relations.client_id
            and documents.client_id = relations.related_client_id

    where
        documents.kind != 'credit_note'
        and (
            credits.client_id = documents.client_id
            or relations.client_id is not null
        )

),

nearest as (

    select * from pairs

    qualify
        row_number() over (partition by credit_id order by rebill_date, rebill_id) = 1
        and row_number() over (partition by rebill_id order by credit_date, credit_id)
        = 1

),

rebilled as (

    select credit_id as invoice_id

    from nearest

    union

    select rebill_id as invoice_id

    from nearest

)

select * from rebilled
