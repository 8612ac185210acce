with

source as (

    select * from {{ source('kantata', 'users') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as person_id,
        trim(full_name) as person_name,
        lower(email_address) as work_email,
        employee_number,
        role,
        not disabled as is_active,
        start_date,
        end_date,
        created_at,
        disabled_at as deactivated_at,
        company_id

    from source

)

select * from renamed
