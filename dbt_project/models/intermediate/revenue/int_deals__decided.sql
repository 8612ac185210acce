{#  Deals that were won or lost, by the month in which they closed, in the reporting
    currency. #}
with

deals as (

    select * from {{ ref('deals') }}

    where is_closed and not is_deleted and not is_copy and not is_disputed

),

placed as (

    select * from {{ ref('int_deals__placed') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

    where rate_role = 'accounting'

),

days as (

    select * from {{ ref('int_days__counted') }}

),

valued as (

    select
        deals.client_id,
        placed.company_id,
        placed.service_code,
        placed.is_intercompany,
        days.fiscal_month as month,
        deals.is_won,
        {{ converted(
            'coalesce(deals.expected_amount, deals.reported_crm_amount)',
            'coalesce(rates.exchange_rate, 1)'
        ) }} as deal_amount

    from deals

    inner join days
        on deals.close_date = days.calendar_date and days.is_past

    left join placed
        on deals.deal_id = placed.deal_id

    left join rates
        on
            deals.currency_code = rates.currency_code
            and deals.close_date >= rates.valid_from
            and deals.close_date < rates.valid_before

),

measures as (

    select unnest(['won', 'n_won', 'decided', 'n_decided']) as measure

),

decided as (

    select
        valued.client_id,
        valued.company_id,
        valued.service_code,
        valued.is_intercompany,
        valued.month,
        measures.measure,
        case
            when measures.measure in ('n_won', 'n_decided') then 1
            else valued.deal_amount
        end as measure_amount

    from valued

    cross join measures

    where valued.is_won or measures.measure in ('decided', 'n_decided')

)

select * from decided
