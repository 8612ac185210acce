{#  What hangs on a record: how many documents refer to it and what they are worth at
    today's rate. It ranks questions and findings; no layer is computed from it. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

    where not coalesce(is_deleted, false)

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where
        not coalesce(is_deleted, false)
        and coalesce(billing_type, '') != 'internal'

),

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

    where not coalesce(is_deleted, false)

),

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

billed as (

    select
        invoices.source_system || ':customer:' || invoices.customer_id as record_id,
        invoices.invoice_id,
        invoices.currency_code,
        sum(abs(lines.line_amount)) as worth

    from invoices

    inner join lines
        on
            invoices.source_system = lines.source_system
            and invoices.invoice_id = lines.invoice_id

    group by all

),

documents as (

    select
        source_system || ':account:' || account_id as record_id,
        currency_code,
        net_amount as worth

    from deals

    union all

    select
        source_system || ':client:' || client_id as record_id,
        currency_code,
        current_amount as worth

    from projects

    union all

    select
        record_id,
        currency_code,
        worth

    from billed

),

valued as (

    select
        documents.record_id,
        count(*) as n_references,
        coalesce(
            {{ money('sum(documents.worth * coalesce(rates.exchange_rate, 1))') }}, 0
        ) as worth_amount

    from documents

    cross join firm

    left join rates
        on
            upper(documents.currency_code) = rates.currency_code
            and firm.as_of >= rates.valid_from
            and firm.as_of < rates.valid_before

    group by all

)

select * from valued
