with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

identified as (

    select * from {{ ref('int_clients__identified') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

parents as (

    select
        unioned.record_id,
        {{ record_id(
            'unioned.source_system', 'unioned.source_record_type', 'unioned.parent_id'
        ) }} as other_record,
        'parent' as relation,
        true as is_confirmed,
        'The record names its parent.' as explanation

    from unioned

    where unioned.parent_id is not null

),

related as (

    select
        left_record as record_id,
        right_record as other_record,
        if(is_succession, 'succeeds', 'related') as relation,
        is_decided_related or is_succession as is_confirmed,
        explanation

    from scored

    where band = 'related' or is_succession

),

found as (

    select * from parents
    union all
    select * from related

),

client_relations as (

    select

        ---------- ids
        identified.client_id,
        other_identified.client_id as related_client_id,
        identified.legal_entity_id,
        other_identified.legal_entity_id as related_legal_entity_id,
        found.record_id,
        found.other_record,

        ---------- strings
        found.relation,
        found.explanation,

        ---------- booleans
        found.is_confirmed

    from found

    inner join identified
        on found.record_id = identified.record_id

    inner join identified as other_identified
        on found.other_record = other_identified.record_id

    where identified.legal_entity_id != other_identified.legal_entity_id

    qualify row_number() over (
        partition by
            found.relation, identified.legal_entity_id, other_identified.legal_entity_id
        order by found.is_confirmed desc, found.record_id, found.other_record
    ) = 1

)

select * from client_relations
