with

invoices as (

    select * from {{ ref('int_invoices__described') }}

),

lines as (

    select
        invoice_id,
        min(line_class) as line_class,
        sum(net_amount) as net_amount,
        sum(tax_amount) as tax_amount,
        sum(net_amount) filter (where line_class = 'billed') as billed_amount

    from {{ ref('int_invoice_lines__netted') }}

    group by all

),

copies as (

    select * from {{ ref('int_invoices__copied') }}

),

links as (

    select * from {{ ref('int_source_links__addressed') }}

),

described as (

    select

        ---------- ids
        invoices.invoice_id,
        invoices.client_id,
        copies.survivor_invoice_id,
        invoices.credits_invoice_id,

        ---------- strings
        invoices.invoice_number,
        invoices.kind,
        invoices.status,
        invoices.reason,
        invoices.currency_code,

        ---------- numerics
        coalesce(lines.net_amount, 0) + coalesce(lines.tax_amount, 0)
            as reported_accounting_amount,
        coalesce(lines.tax_amount, 0) as tax_amount,
        coalesce(lines.billed_amount, 0) as billed_amount,
        invoices.exchange_rate,

        ---------- booleans
        copies.invoice_id is not null as is_copy,

        ---------- dates
        invoices.reported_date as invoice_date,
        invoices.invoice_date as issued_date,
        invoices.due_date,

        ---------- lineage
        invoices.source_system,
        'invoice' as source_record_type,
        invoices.source_invoice_id as source_record_id,
        replace(links.url_template, '{id}', invoices.source_invoice_id) as source_url

    from invoices

    left join lines
        on invoices.invoice_id = lines.invoice_id

    left join copies
        on invoices.invoice_id = copies.invoice_id

    left join links
        on
            invoices.source_system = links.source_system
            and links.source_record_type = 'invoice'

)

select * from described
