with

source as (

    select * from {{ source('hubspot', 'property_history') }}

),

told as (

    select
        *,
        case
            when field = 'close_date' and value is not null
                then cast({{ local_date('cast(value as timestamp)') }} as varchar)
            else value
        end as said
    from source

),

followed as (

    select
        *,
        lag(said) over (
            partition by connection, record_type, record_id, field
            order by changed_at
        ) as said_before
    from told

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        record_type,
        record_id,
        field,

        ---------- timestamps
        changed_at,

        ---------- strings
        said_before as old_value,
        said as new_value,
        changed_by,
        case
            when source_type in ('CRM_UI', 'MOBILE_IOS', 'MOBILE_ANDROID') then 'person'
            when source_type in ('INTEGRATION', 'API', 'SYNC') then 'integration'
            when source_type in ('IMPORT', 'MIGRATION') then 'import'
            when source_type in ('CALCULATED', 'AUTOMATION_PLATFORM', 'WORKFLOWS')
                then 'formula'
            else 'unknown'
        end as change_source,

        ---------- lineage
        cast(null as varchar) as company_id

    from followed
    where changed_at > record_created_at

)

select * from renamed
