with

grouped as (

    select * from {{ ref('int_clients__grouped') }}

),

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

{#  Both sides of a succession are legal entities of their own, tax ids or not. #}
successions as (

    select unnest([left_record, right_record]) as record_id from scored

    where is_succession

),

known as (

    select
        grouped.record_id,
        grouped.group_id,
        coalesce(
            collapsed.tax_id,
            if(
                grouped.record_id in (select successions.record_id from successions),
                grouped.record_id,
                null
            )
        ) as entity_key

    from grouped

    inner join collapsed
        on grouped.record_id = collapsed.record_id

),

both_ways as (

    select
        left_record as record_id,
        right_record as other_record,
        match_bits

    from scored

    union all

    select
        right_record,
        left_record,
        match_bits

    from scored

),

{#  A record without a tax id belongs to the entity that it agrees with best. #}
neighbours as (

    select
        known.record_id,
        others.entity_key

    from known

    inner join known as others
        on
            known.group_id = others.group_id
            and others.entity_key is not null

    left join both_ways
        on
            known.record_id = both_ways.record_id
            and others.record_id = both_ways.other_record

    where known.entity_key is null

    qualify row_number() over (
        partition by known.record_id
        order by
            both_ways.match_bits desc nulls last,
            others.entity_key asc,
            others.record_id asc
    ) = 1

),

grouped_entities as (

    select
        known.record_id,
        known.group_id || '|' || coalesce(known.entity_key, neighbours.entity_key, '')
            as group_id

    from known

    left join neighbours
        on known.record_id = neighbours.record_id

)

select * from grouped_entities
