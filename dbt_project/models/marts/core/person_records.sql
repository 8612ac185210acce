with

identified as (

    select * from {{ ref('int_people__identified') }}

),

unioned as (

    select * from {{ ref('int_people__unioned') }}

),

source_links as (

    select * from {{ ref('int_source_links__addressed') }}

),

person_records as (

    select

        ---------- ids
        identified.record_id,
        identified.person_id,

        ---------- strings
        unioned.person_name as record_name,
        unioned.role,
        identified.link_kind,
        identified.explanation,

        ---------- numerics
        identified.match_bits,

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

select * from person_records
