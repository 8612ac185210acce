with

source as (

    select * from {{ source('raw_imports_psa', 'field_values') }}

),

renamed as (

    select

        connection as source_system,
        record_type,
        record_id,
        field,
        value,
        company_id

    from source

)

select * from renamed
