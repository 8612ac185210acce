{#  Every record of the books with the customer's legal entity, the company that keeps
    the books, and its service where no project says. What belongs to an invoice follows
    the invoice. #}
with

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

),

customers as (

    select * from {{ ref('int_clients__identified') }}

),

companies as (

    select * from {{ ref('int_companies__defaulted') }}

),

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

journal_lines as (

    select * from {{ ref('int_accounting_journal_lines__unioned') }}

),

payments as (

    select * from {{ ref('int_accounting_payments__unioned') }}

),

services as (

    select
        source_system,
        invoice_id,
        case when min(service_code) = max(service_code) then min(service_code) end
            as service_code

    from lines

    where service_code is not null

    group by all

),

keyed as (

    select
        source_system || ':invoice:' || invoice_id as record_id,
        source_system,
        invoice_id,
        customer_id,
        company_id

    from invoices

    union all

    select
        source_system || ':invoice_line:' || invoice_line_id as record_id,
        source_system,
        invoice_id,
        null as customer_id,
        company_id

    from lines

    union all

    select
        source_system || ':journal_line:' || journal_line_id as record_id,
        source_system,
        source_id as invoice_id,
        null as customer_id,
        company_id

    from journal_lines

    union all

    select
        source_system || ':payment:' || payment_id as record_id,
        source_system,
        min(invoice_id) as invoice_id,
        min(customer_id) as customer_id,
        min(company_id) as company_id

    from payments

    group by source_system, payment_id

),

placed as (

    select
        keyed.record_id,
        customers.client_id,
        customers.legal_entity_id,
        coalesce(
            keyed.company_id, invoices.company_id, companies.company_id, 'unassigned'
        ) as company_id,
        services.service_code

    from keyed

    left join invoices
        on
            keyed.source_system = invoices.source_system
            and keyed.invoice_id = invoices.invoice_id

    left join customers
        on
            customers.record_id
            = keyed.source_system
            || ':customer:'
            || coalesce(invoices.customer_id, keyed.customer_id)

    left join companies
        on keyed.source_system = companies.source_system

    left join services
        on
            keyed.source_system = services.source_system
            and keyed.invoice_id = services.invoice_id

)

select * from placed
