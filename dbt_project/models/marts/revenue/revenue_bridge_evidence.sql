with

scoped as (

    select * from {{ ref('int_contributions__scoped') }}

    where segment is not null

),

links as (

    select * from {{ ref('int_source_links__addressed') }}

),

summed as (

    select
        scope_kind,
        scope_id,
        record_id,
        source_system,
        source_record_type,
        source_record_id,
        period,
        segment,
        position,
        driver,
        driver_class,
        currency_code,
        sum(contribution_amount) as evidence_amount

    from scoped

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
        replace(links.url_template, '{id}', summed.source_record_id) as source_url

    from summed

    left join links
        on
            summed.source_system = links.source_system
            and summed.source_record_type = links.source_record_type

)

select * from evidence
