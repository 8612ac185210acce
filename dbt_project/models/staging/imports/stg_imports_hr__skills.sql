with

source as (

    select * from {{ source('raw_imports_hr', 'skills') }}

),

renamed as (

    select

        connection as source_system,
        employee_number,
        skill,
        level,
        valid_to,
        company_id

    from source

)

select * from renamed
