with

scoped as (

    select * from {{ ref('int_contributions__scoped') }}

    where segment is not null

),

summed as (

    select

        ---------- ids
        scope_kind,
        scope_id,
        record_id,
        source_system,
        source_record_type,
        source_record_id,

        ---------- strings
        period,
        segment,
        position,
        driver,
        driver_class,
        currency_code,

        ---------- numerics
        sum(contribution_amount) as evidence_amount

    from scoped

    group by all

    having sum(contribution_amount) != 0

)

select * from summed
