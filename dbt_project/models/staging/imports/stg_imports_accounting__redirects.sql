with

source as (

    select * from {{ source('raw_imports_accounting', 'redirects') }}

),

renamed as (

    select

        connection as source_system,
        record_type,
        old_record_id,
        new_record_id,
        redirected_at,
        company_id

    from source

)

select * from renamed
