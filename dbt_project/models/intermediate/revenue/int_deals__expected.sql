with

deals as (

    select * from {{ ref('int_deals__frozen') }}

),

copies as (

    select * from {{ ref('int_deals__copied') }}

),

rates as (

    select * from {{ ref('int_exchange_rates__dated') }}

),

line_totals as (

    select
        deal_id,
        sum(list_amount - net_amount) as discount_amount

    from {{ ref('int_deal_lines__classified') }}

    group by all

),

our_rates as (

    select
        deals.deal_id,
        rates.exchange_rate

    from deals

    inner join rates
        on
            deals.currency_code = rates.currency_code
            and deals.close_date >= rates.valid_from
            and deals.close_date < rates.valid_before

    where rates.rate_role = 'accounting'

),

crm_rates as (

    select
        deals.deal_id,
        rates.exchange_rate

    from deals

    inner join rates
        on
            deals.currency_code = rates.currency_code
            and deals.close_date >= rates.valid_from
            and deals.close_date < rates.valid_before

    where rates.rate_role = 'crm'

),

expected as (

    select
        deals.*,
        copies.survivor_deal_id,
        copies.deal_id is not null as is_copy,
        our_rates.exchange_rate as close_rate,
        coalesce(crm_rates.exchange_rate, our_rates.exchange_rate) as crm_rate,
        case
            when copies.deal_id is null
                then deals.frozen_amount - deals.included_tax_amount
            else 0
        end as expected_amount,
        case
            when copies.deal_id is not null
                then 0
            when line_totals.discount_amount is not null
                then line_totals.discount_amount
            else
                coalesce(
                    deals.list_amount
                    - (deals.frozen_amount - deals.included_tax_amount),
                    0
                )
        end as discount_amount

    from deals

    left join copies
        on deals.deal_id = copies.deal_id

    left join our_rates
        on deals.deal_id = our_rates.deal_id

    left join crm_rates
        on deals.deal_id = crm_rates.deal_id

    left join line_totals
        on deals.deal_id = line_totals.deal_id

)

select * from expected
