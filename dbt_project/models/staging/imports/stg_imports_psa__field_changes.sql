with

source as (

    select * from {{ source('raw_imports_psa', 'field_changes') }}

),

renamed as (

    select

        connection as source_system,
        record_type,
        record_id,
        field,
        changed_at,
        old_value,
        new_value,
        changed_by,
        change_source,
        company_id

    from source

)

select * from renamed
