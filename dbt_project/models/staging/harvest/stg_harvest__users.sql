with

source as (

    select * from {{ source('harvest', 'users') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as person_id,
        trim(concat(coalesce(first_name, ''), ' ', coalesce(last_name, '')))
            as person_name,
        nullif(lower(email), '') as work_email,
        nullif(employee_id, '') as employee_number,
        role,
        is_active,
        cast(null as date) as start_date,
        cast(null as date) as end_date,
        created_at,
        cast(null as timestamp) as deactivated_at,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
