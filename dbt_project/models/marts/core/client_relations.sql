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

weighed as (

    select * from {{ ref('int_clients__weighed') }}

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
        scored.left_record as record_id,
        scored.right_record as related_record,
        if(scored.is_succession, 'succeeds', 'related') as relation,
        scored.is_decided_related or scored.is_succession as is_confirmed,
        {{ weighed_told() }} as explanation

    from scored

    inner join weighed
        on
            scored.left_record = weighed.left_record
            and scored.right_record = weighed.right_record

    where scored.band = 'related' or scored.is_succession

    group by all

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
