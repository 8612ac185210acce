with

people as (

    select * from {{ ref('int_people__unioned') }}

),

grouped as (

    select * from {{ ref('int_people__grouped') }}

),

other_grouped as (

    select * from {{ ref('int_people__grouped') }}

),

scored as (

    select * from {{ ref('int_people__scored') }}

),

kept as (

    select * from {{ ref('int_identities__kept') }}

    where entity = 'person' and is_current

),

both_ways as (

    select
        left_record as record_id,
        right_record as other_record,
        *
    from scored
    union all
    select
        right_record as record_id,
        left_record as other_record,
        *
    from scored

),

strongest as (

    select both_ways.* from both_ways

    inner join grouped
        on both_ways.record_id = grouped.record_id

    inner join other_grouped
        on
            both_ways.other_record = other_grouped.record_id
            and grouped.group_id = other_grouped.group_id

    qualify row_number() over (
        partition by both_ways.record_id
        order by both_ways.match_bits desc, both_ways.other_record asc
    ) = 1

),

identified as (

    select
        people.record_id,
        people.source_system,
        people.source_record_type,
        people.source_record_id,
        kept.entity_id as person_id,
        coalesce(replace(strongest.strongest_evidence, ' ', '_'), 'alone') as link_kind,
        cast(strongest.match_bits as decimal(9, 3)) as match_bits,
        coalesce(
            'Same person as ' || strongest.other_record || ': '
            || strongest.explanation || '.',
            'No other record is this person.'
        ) as explanation

    from people

    left join kept
        on people.record_id = kept.record_id

    left join strongest
        on people.record_id = strongest.record_id

)

select * from identified
