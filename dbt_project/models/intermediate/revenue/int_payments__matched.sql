{#  Payments beside the invoice that they settle, its rate and its tax. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

payments as (select * from {{ ref('int_accounting_payments__unioned') }}),

invoices as (select * from {{ ref('int_invoices__described') }}),

lines as (

    select
        invoice_id,
        sum(net_amount) as net_amount,
        sum(tax_amount) as tax_amount

    from {{ ref('int_invoice_lines__netted') }}

    where line_class = 'billed'

    group by all

),

company_rates as (select * from {{ ref('int_company_rates__dated') }}),

clients as (select * from {{ ref('int_clients__identified') }}),

matched as (

    select
        payments.source_system || ':payment:' || payments.payment_id as record_id,
        case when lines.invoice_id is not null then invoices.invoice_id end
            as invoice_id,
        coalesce(clients.client_id, invoices.client_id, 'unassigned') as client_id,
        payments.payment_date,
        coalesce(payments.kind, 'cash') as kind,
        upper(
            coalesce(
                payments.currency_code, invoices.currency_code, firm.reporting_currency
            )
        ) as currency_code,
        firm.reporting_currency,
        payments.exchange_rate * company_rates.exchange_rate as stated_rate,
        coalesce(
            invoices.exchange_rate,
            payments.exchange_rate * company_rates.exchange_rate,
            1
        ) as invoice_rate,
        payments.paid_amount,
        payments.paid_tax_amount,
        case when payments.paid_tax_amount is null then payments.paid_amount else 0 end
            as undivided_amount,
        coalesce(lines.net_amount, 0) as billed_net_amount,
        coalesce(lines.net_amount + lines.tax_amount, 0) as billed_amount

    from payments

    inner join firm
        on payments.payment_date <= firm.as_of

    left join invoices
        on
            payments.source_system = invoices.source_system
            and payments.invoice_id = invoices.source_invoice_id

    left join company_rates
        on
            payments.source_system = company_rates.source_system
            and coalesce(payments.company_id, company_rates.default_company_id)
            = company_rates.company_id
            and payments.payment_date >= company_rates.valid_from
            and payments.payment_date < company_rates.valid_before

    left join lines
        on invoices.invoice_id = lines.invoice_id

    left join clients
        on
            clients.record_id
            = payments.source_system || ':customer:' || payments.customer_id

)

select * from matched
