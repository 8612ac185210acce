with

identified as (

    select * from {{ ref('int_clients__identified') }}

),

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

source_links as (

    select * from {{ ref('int_source_links__addressed') }}

),

client_records as (

    select

        ---------- ids
        identified.record_id,
        identified.client_id,
        identified.legal_entity_id,

        ---------- strings
        unioned.client_name as record_name,
        unioned.role,
        identified.link_kind,
        identified.explanation,

        ---------- numerics
        identified.match_bits,

        ---------- booleans
        unioned.is_deleted,

        ---------- timestamps
        unioned.created_at,
        unioned.updated_at,

        ---------- lineage
        identified.source_system,
        identified.source_record_type,
        identified.source_record_id,
        replace(source_links.url_template, '{id}', identified.source_record_id)
            as source_url

    from identified

    inner join unioned
        on identified.record_id = unioned.record_id

    left join source_links
        on
            identified.source_system = source_links.source_system
            and identified.source_record_type = source_links.source_record_type

)

select * from client_records
