with

amounts as (

    select * from {{ ref('int_deal_amounts__spread') }}

    where anchor = 'expected'

),

spread as (

    select * from {{ ref('int_deals__spread') }}

    where schedule_id = 'whole'

),

deals as (

    select * from {{ ref('int_deals__expected') }}

),

monthly as (

    select
        deal_id,
        project_id,
        client_id,
        month,
        currency_code,
        sum(contract_amount) as expected_amount,
        sum(contribution_amount) as expected_amount_reporting

    from amounts

    group by all

),

expected as (

    select

        ---------- ids
        monthly.deal_id,
        monthly.project_id,
        monthly.client_id,
        deals.source_system,
        'deal' as source_record_type,
        deals.source_record_id,

        ---------- strings
        monthly.month,
        monthly.currency_code,

        ---------- numerics
        monthly.expected_amount,
        monthly.expected_amount_reporting,

        ---------- booleans
        spread.is_assumed_dates

    from monthly

    inner join deals
        on monthly.deal_id = deals.deal_id

    inner join spread
        on
            monthly.deal_id = spread.deal_id
            and monthly.month = spread.month

)

select * from expected
