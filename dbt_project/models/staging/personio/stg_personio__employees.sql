with

source as (

    select * from {{ source('personio', 'employees') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        employee_number,

        ---------- strings
        nullif(trim(concat_ws(' ', first_name, last_name)), '') as employee_name,
        lower(email) as work_email,
        position as job_title,
        role,
        level,
        department,
        supervisor_number as manager_employee_number,
        office as location,

        ---------- dates
        hire_date as start_date,
        termination_date as end_date,

        ---------- booleans
        status in ('active', 'leave') and gone_at is null as is_active,

        ---------- lineage
        company_id

    from source

)

select * from renamed
