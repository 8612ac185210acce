{#  Open deals by the month in which sales expects to close them, in the reporting
    currency at today's rate. A day that has passed is no expectation. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

pipeline as (

    select * from {{ ref('pipeline') }}

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

measures as (

    select unnest(['pipeline', 'pipeline_weighted']) as measure

),

dated as (

    select
        pipeline.client_id,
        placed.company_id,
        placed.service_code,
        placed.is_intercompany,
        days.fiscal_month as month,
        measures.measure,
        {{ converted(
            "case when measures.measure = 'pipeline' then pipeline.open_amount"
            " else pipeline.weighted_amount end",
            'coalesce(rates.exchange_rate, 1)'
        ) }} as measure_amount

    from pipeline

    cross join firm

    cross join measures

    inner join days
        on
            pipeline.expected_close_date = days.calendar_date
            and firm.as_of <= days.calendar_date

    left join placed
        on pipeline.deal_id = placed.deal_id

    left join rates
        on
            pipeline.currency_code = rates.currency_code
            and firm.as_of >= rates.valid_from
            and firm.as_of < rates.valid_before

)

select * from dated
