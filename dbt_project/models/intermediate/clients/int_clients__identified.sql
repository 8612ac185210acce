with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

strongest as (

    select * from {{ ref('int_client_reasons__found') }}

),

kept as (

    select * from {{ ref('int_identities__kept') }}

    where is_current

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
        coalesce(strongest.explanation, 'No other record is this client.')
            as explanation

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
