with

source as (

    select * from {{ source('kantata', 'subscribed_events') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        'project' as record_type,
        subject_id as record_id,
        field,
        changed_at,
        old_value,
        new_value,
        changed_by,
        case when changed_by is null then 'unknown' else 'person' end as change_source,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
