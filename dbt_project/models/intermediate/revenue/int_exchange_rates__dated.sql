with

firm as (

    select * from {{ source('rules', 'firm') }}

),

accounting_rates as (

    select * from {{ ref('int_accounting_exchange_rates__unioned') }}

),

crm_rates as (

    select * from {{ ref('int_crm_exchange_rates__unioned') }}

),

stated as (

    select
        'accounting' as rate_role,
        source_system,
        upper(from_currency) as from_currency,
        upper(to_currency) as to_currency,
        rate_date,
        rate

    from accounting_rates

    union all

    select
        'crm' as rate_role,
        source_system,
        upper(from_currency) as from_currency,
        upper(to_currency) as to_currency,
        rate_date,
        rate

    from crm_rates

),

{#  A rate stated the other way round is turned; a rate stated directly wins. #}
directed as (

    select
        stated.rate_role,
        stated.from_currency as currency_code,
        stated.rate_date,
        stated.rate as exchange_rate,
        1 as preference,
        stated.source_system

    from stated

    inner join firm
        on stated.to_currency = firm.reporting_currency

    union all

    select
        stated.rate_role,
        stated.to_currency as currency_code,
        stated.rate_date,
        cast(1 / stated.rate as decimal(18, 8)) as exchange_rate,
        2 as preference,
        stated.source_system

    from stated

    inner join firm
        on stated.from_currency = firm.reporting_currency

    where stated.rate != 0

),

foreign_rates as (

    select
        directed.rate_role,
        directed.currency_code,
        directed.rate_date,
        directed.exchange_rate

    from directed

    inner join firm
        on directed.currency_code != firm.reporting_currency

    qualify row_number() over (
        partition by directed.rate_role, directed.currency_code, directed.rate_date
        order by directed.preference, directed.source_system, directed.exchange_rate
    ) = 1

),

{#  The first known rate also holds before it, the last one until the next. #}
dated as (

    select
        rate_role,
        currency_code,
        case
            when
                lag(rate_date) over (
                    partition by rate_role, currency_code order by rate_date
                ) is null
                then date '0001-01-01'
            else rate_date
        end as valid_from,
        coalesce(
            lead(rate_date) over (
                partition by rate_role, currency_code order by rate_date
            ),
            date '9999-12-31'
        ) as valid_before,
        exchange_rate

    from foreign_rates

    union all

    select
        'accounting' as rate_role,
        reporting_currency as currency_code,
        date '0001-01-01' as valid_from,
        date '9999-12-31' as valid_before,
        cast(1 as decimal(18, 8)) as exchange_rate

    from firm

)

select * from dated
