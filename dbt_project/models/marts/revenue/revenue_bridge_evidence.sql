{#  A view over published tables alone, so that a published file can hold it as a
    view. #}
with

contributions as (

    select * from {{ ref('revenue_contributions') }}

    where segment is not null

),

addresses as (

    select * from {{ ref('source_addresses') }}

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
        contributions.*,
        scopes.scope_kind,
        {{ scope_id('scopes.scope_kind', 'contributions') }} as scope_id,
        case
            when periods.period_kind = 'month' then contributions.month
            else periods.period_kind
        end as period

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
        source_system,
        source_record_type,
        source_record_id,
        currency_code,
        sum(contribution_amount) as evidence_amount

    from scoped

    where scope_id is not null

    group by all

    having sum(contribution_amount) != 0

),

evidence as (

    select

        ---------- ids
        summed.scope_kind,
        summed.scope_id,
        summed.record_id,

        ---------- strings
        summed.period,
        summed.segment,
        summed.position,
        summed.driver,
        summed.driver_class,
        summed.currency_code,

        ---------- numerics
        summed.evidence_amount,

        ---------- lineage
        summed.source_system,
        summed.source_record_type,
        summed.source_record_id,
        replace(addresses.url_template, '{id}', summed.source_record_id) as source_url

    from summed

    left join addresses
        on
            summed.source_system = addresses.source_system
            and summed.source_record_type = addresses.source_record_type

)

select * from evidence
