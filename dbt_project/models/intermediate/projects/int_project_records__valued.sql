{#  What hangs on a project record at today's rate. It ranks questions; no layer is
    computed from it. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

),

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

),

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

documents as (

    select
        source_system || ':project:' || project_id as record_id,
        currency_code,
        current_amount as worth

    from projects

    union all

    select
        lines.source_system || ':project:' || lines.project_ref as record_id,
        invoices.currency_code,
        abs(lines.line_amount) as worth

    from lines

    inner join invoices
        on
            lines.source_system = invoices.source_system
            and lines.invoice_id = invoices.invoice_id

    where lines.project_ref is not null

),

valued as (

    select
        documents.record_id,
        {{ money(
            'coalesce(sum(documents.worth * coalesce(rates.exchange_rate, 1)), 0)'
        ) }} as worth_amount

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
