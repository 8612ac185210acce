with

source as (

    select * from {{ source('bamboohr', 'employees') }}

),

deleted as (

    select concat_ws('/', connection, id) as record_key
    from {{ source('bamboohr', 'deleted_employees') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        employee_number,

        ---------- strings
        nullif(trim(concat_ws(' ', first_name, last_name)), '') as employee_name,
        lower(work_email) as work_email,
        job_title,
        role,
        level,
        department,
        manager_employee_number,
        location,

        ---------- dates
        hire_date as start_date,
        termination_date as end_date,

        ---------- booleans
        status = 'Active' and concat_ws('/', connection, id) not in (
            select deleted.record_key from deleted
        ) as is_active,

        ---------- lineage
        company_id

    from source

)

select * from renamed
