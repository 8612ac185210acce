with

source as (

    select * from {{ source('raw_imports_hr', 'time_off') }}

),

renamed as (

    select

        connection as source_system,
        employee_number,
        off_date,
        cast(off_hours as decimal(18, 4)) as off_hours,
        status,
        approved_at,
        company_id

    from source

)

select * from renamed
