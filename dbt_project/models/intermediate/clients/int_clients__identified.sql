with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

grouped as (

    select * from {{ ref('int_clients__grouped') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

kept as (

    select * from {{ ref('int_identities__kept') }}

    where is_current

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

{#  The strongest reason why a record is where it is: its best pair inside its group. #}
strongest as (

    select
        both_ways.record_id,
        both_ways.other_record,
        both_ways.match_bits,
        both_ways.strongest_evidence,
        both_ways.explanation

    from both_ways

    inner join grouped
        on both_ways.record_id = grouped.record_id

    inner join grouped as other_grouped
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
        unioned.record_id,
        unioned.source_system,
        unioned.source_record_type,
        unioned.source_record_id,
        client_ids.entity_id as client_id,
        legal_entity_ids.entity_id as legal_entity_id,
        case
            when strongest.record_id is null then 'alone'
            when strongest.strongest_evidence = 'decision' then 'decision'
            when strongest.strongest_evidence = 'merged at source' then 'merged'
            when strongest.strongest_evidence = 'stated link' then 'stated'
            when
                strongest.strongest_evidence in ('tax id', 'registration id')
                then 'tax_id'
            else 'evidence'
        end as link_kind,
        cast(strongest.match_bits as decimal(9, 3)) as match_bits,
        coalesce(
            'Same client as ' || strongest.other_record || ': '
            || strongest.explanation || '.',
            'No other record is this client.'
        ) as explanation

    from unioned

    left join kept as client_ids
        on
            unioned.record_id = client_ids.record_id
            and client_ids.entity = 'client'

    left join kept as legal_entity_ids
        on
            unioned.record_id = legal_entity_ids.record_id
            and legal_entity_ids.entity = 'legal_entity'

    left join strongest
        on unioned.record_id = strongest.record_id

)

select * from identified
