{#  An invoice belongs to the month it was issued in, whatever its date was changed to
    afterwards; what the books report follows the changed date. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

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

days as (

    select * from {{ ref('int_days__counted') }}

),

issued as (

    select * from {{ ref('int_invoices__issued') }}

),

company_rates as (

    select * from {{ ref('int_company_rates__dated') }}

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
        case
            when
                issued.issued_month != days.fiscal_month
                and coalesce(invoices.status, 'issued') in ('issued', 'paid')
                then issued.issued_date
            else invoices.invoice_date
        end as invoice_date,
        invoices.invoice_date as reported_date,
        days.fiscal_month as reported_month,
        invoices.due_date,
        coalesce(invoices.is_tax_inclusive, false) as is_tax_inclusive,
        invoices.exchange_rate as stated_rate,
        invoices.company_id,
        invoices.created_at,
        coalesce(clients.client_id, 'unassigned') as client_id,
        upper(
            coalesce(
                invoices.currency_code, customers.currency_code, firm.reporting_currency
            )
        ) as currency_code,
        firm.reporting_currency,
        firm.as_of

    from invoices

    cross join firm

    inner join days
        on invoices.invoice_date = days.calendar_date

    left join issued
        on
            invoices.source_system = issued.source_system
            and invoices.invoice_id = issued.invoice_id

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
            else coalesce(
                described.stated_rate * company_rates.exchange_rate,
                rates.exchange_rate
            )
        end as exchange_rate

    from described

    left join company_rates
        on
            described.source_system = company_rates.source_system
            and coalesce(described.company_id, company_rates.default_company_id)
            = company_rates.company_id
            and described.invoice_date >= company_rates.valid_from
            and described.invoice_date < company_rates.valid_before

    left join rates
        on
            described.currency_code = rates.currency_code
            and described.invoice_date >= rates.valid_from
            and described.invoice_date < rates.valid_before

    where described.invoice_date <= described.as_of

)

select * from rated
