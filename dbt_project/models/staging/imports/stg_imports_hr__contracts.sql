with

source as (

    select * from {{ source('raw_imports_hr', 'contracts') }}

),

renamed as (

    select

        connection as source_system,
        employee_number,
        valid_from,
        weekly_hours,
        valid_to,
        fte,
        work_days,
        company_id

    from source

)

select * from renamed
