with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

identified as (

    select * from {{ ref('int_clients__identified') }}

),

related_identified as (

    select * from {{ ref('int_clients__identified') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

found as (

    select
        record_id,
        {{ record_id('source_system', 'source_record_type', 'parent_id') }}
            as related_record,
        'parent' as relation,
        true as is_confirmed,
        'The record names its parent.' as explanation

    from unioned

    where parent_id is not null

    union all

    select
        left_record as record_id,
        right_record as related_record,
        if(is_succession, 'succeeds', 'related') as relation,
        is_decided_related or is_succession as is_confirmed,
        explanation

    from scored

    where band = 'related' or is_succession

),

{#  One relation for two legal entities: what a record or a person says goes before what
    the evidence suggests. #}
client_relations as (

    select

        ---------- ids
        identified.client_id,
        related_identified.client_id as related_client_id,
        identified.legal_entity_id,
        related_identified.legal_entity_id as related_legal_entity_id,
        found.record_id,
        found.related_record,

        ---------- strings
        found.relation,
        found.explanation,

        ---------- booleans
        found.is_confirmed

    from found

    inner join identified
        on found.record_id = identified.record_id

    inner join related_identified
        on found.related_record = related_identified.record_id

    where identified.legal_entity_id != related_identified.legal_entity_id

    qualify row_number() over (
        partition by
            least(identified.legal_entity_id, related_identified.legal_entity_id),
            greatest(identified.legal_entity_id, related_identified.legal_entity_id)
        order by
            found.is_confirmed desc, found.relation asc, found.record_id asc,
            found.related_record asc
    ) = 1

)

select * from client_relations
