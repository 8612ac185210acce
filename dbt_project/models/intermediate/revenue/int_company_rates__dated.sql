{#  What the books of an own company are worth in the reporting currency. Every system
    lists all companies, because a record may name another than its system's. #}
with

firm as (select * from {{ source('rules', 'firm') }}),

companies as (

    select * from {{ ref('companies') }}

),

systems as (

    select * from {{ ref('int_companies__defaulted') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

listed as (

    select
        company_id,
        upper(currency_code) as currency_code

    from companies

    union all

    select
        'unassigned' as company_id,
        reporting_currency as currency_code

    from firm

),

dated as (

    select
        systems.source_system,
        coalesce(systems.company_id, 'unassigned') as default_company_id,
        listed.company_id,
        listed.currency_code,
        listed.currency_code != firm.reporting_currency as is_foreign,
        coalesce(rates.valid_from, date '0001-01-01') as valid_from,
        coalesce(rates.valid_before, date '9999-12-31') as valid_before,
        rates.exchange_rate

    from systems

    cross join listed

    cross join firm

    left join rates
        on listed.currency_code = rates.currency_code

)

select * from dated
