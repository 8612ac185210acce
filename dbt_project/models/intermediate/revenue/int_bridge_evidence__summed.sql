{#  What each record does to each step of each scope, to date and by month. #}
with

contributions as (

    select * from {{ ref('revenue_contributions') }}

    where segment is not null

),

scopes as (

    select distinct scope_kind

    from {{ ref('revenue_scopes') }}

),

periods as (

    select unnest(['to_date', 'month']) as period_kind

),

scoped as (

    select
        scopes.scope_kind,
        {{ scope_id('scopes.scope_kind', 'contributions') }} as scope_id,
        case
            when periods.period_kind = 'month' then contributions.month
            else periods.period_kind
        end as period,
        contributions.segment,
        contributions.position,
        contributions.driver,
        contributions.driver_class,
        contributions.record_id,
        contributions.source_record_id,
        contributions.currency_code,
        contributions.contract_currency_code,
        contributions.contribution_amount,
        contributions.contribution_amount_contract

    from contributions

    cross join scopes

    cross join periods

),

summed as (

    select
        scope_kind,
        scope_id,
        period,
        segment,
        position,
        driver,
        driver_class,
        record_id,
        source_record_id,
        currency_code,
        count(*) = count(contract_currency_code) as has_contract_currency,
        min(contract_currency_code) as first_currency_code,
        max(contract_currency_code) as last_currency_code,
        sum(contribution_amount) as evidence_amount,
        sum(contribution_amount_contract) as evidence_amount_contract

    from scoped

    where scope_id is not null

    group by all

)

select * from summed
