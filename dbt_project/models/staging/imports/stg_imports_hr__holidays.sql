with

source as (

    select * from {{ source('raw_imports_hr', 'holidays') }}

),

renamed as (

    select

        connection as source_system,
        location,
        holiday_date,
        company_id

    from source

)

select * from renamed
