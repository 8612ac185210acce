with

firm as (

    select * from {{ source('rules', 'firm') }}

),

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

    where not coalesce(is_deleted, false)

),

customers as (

    select * from {{ ref('int_accounting_customers__unioned') }}

),

clients as (

    select * from {{ ref('int_clients__identified') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

described as (

    select
        invoices.source_system || ':invoice:' || invoices.invoice_id as invoice_id,
        invoices.source_system,
        invoices.invoice_id as source_invoice_id,
        invoices.invoice_number,
        coalesce(invoices.kind, 'invoice') as kind,
        coalesce(invoices.status, 'issued') as status,
        coalesce(invoices.status, 'issued') in ('issued', 'paid') as is_issued,
        invoices.reason,
        invoices.source_system || ':invoice:' || invoices.credits_invoice_id
            as credits_invoice_id,
        invoices.invoice_date,
        invoices.due_date,
        coalesce(invoices.is_tax_inclusive, false) as is_tax_inclusive,
        invoices.exchange_rate as stated_rate,
        invoices.created_at,
        coalesce(clients.client_id, 'unassigned') as client_id,
        upper(
            coalesce(
                invoices.currency_code, customers.currency_code, firm.reporting_currency
            )
        ) as currency_code,
        firm.reporting_currency

    from invoices

    inner join firm
        on invoices.invoice_date <= firm.as_of

    left join customers
        on
            invoices.source_system = customers.source_system
            and invoices.customer_id = customers.customer_id

    left join clients
        on
            clients.record_id
            = invoices.source_system || ':customer:' || invoices.customer_id

),

rated as (

    select
        described.*,
        case
            when described.currency_code = described.reporting_currency then 1
            else coalesce(described.stated_rate, rates.exchange_rate)
        end as exchange_rate

    from described

    left join rates
        on
            described.currency_code = rates.currency_code
            and described.invoice_date >= rates.valid_from
            and described.invoice_date < rates.valid_before

)

select * from rated
