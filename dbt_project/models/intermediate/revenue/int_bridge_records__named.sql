{#  The records that a step's sentence names: up to three, the largest first. #}
with

evidence as (

    select * from {{ ref('revenue_bridge_evidence') }}

),

ranked as (

    select
        *,
        row_number() over (
            partition by scope_kind, scope_id, period, segment, driver, driver_class
            order by abs(evidence_amount) desc, record_id
        ) as record_rank

    from evidence

),

named as (

    select
        scope_kind,
        scope_id,
        period,
        segment,
        driver,
        driver_class,
        count(*) as n_records,
        string_agg(source_record_id, ', ' order by record_rank)
            filter (where record_rank <= 3) as record_names

    from ranked

    group by all

)

select * from named
