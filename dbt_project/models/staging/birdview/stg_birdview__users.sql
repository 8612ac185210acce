with

source as (

    select * from {{ source('birdview', 'users') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        user_id as person_id,
        trim(name) as person_name,
        lower(email) as work_email,
        employee_number,
        job_title as role,
        enabled as is_active,
        start_date,
        end_date,
        creation_date as created_at,
        deactivated_at,
        company_id

    from source

)

select * from renamed
