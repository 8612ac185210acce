with

source as (

    select * from {{ source('raw_imports_hr', 'employees') }}

),

renamed as (

    select

        connection as source_system,
        employee_number,
        employee_name,
        work_email,
        job_title,
        role,
        level,
        department,
        manager_employee_number,
        location,
        start_date,
        end_date,
        is_active,
        company_id

    from source

)

select * from renamed
