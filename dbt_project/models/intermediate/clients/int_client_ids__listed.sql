with

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

redirects as (

    select * from {{ ref('int_client_redirects__followed') }}

),

{#  An id that was merged away stands for the record it was merged into. #}
listed as (

    select
        record_id,
        role,
        source_system,
        source_record_id as known_as

    from unioned

    union

    select
        unioned.record_id,
        unioned.role,
        unioned.source_system,
        redirects.old_record_id as known_as

    from redirects

    inner join unioned
        on
            redirects.source_system = unioned.source_system
            and redirects.source_record_type = unioned.source_record_type
            and redirects.new_record_id = unioned.source_record_id

)

select * from listed
