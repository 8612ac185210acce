with

source as (

    select * from {{ source('raw_imports_hr', 'contracts') }}

),

renamed as (

    select

        connection as source_system,
        employee_number,
        valid_from,
        cast(weekly_hours as decimal(18, 4)) as weekly_hours,
        valid_to,
        cast(fte as decimal(9, 6)) as fte,
        work_days,
        company_id

    from source

)

select * from renamed
