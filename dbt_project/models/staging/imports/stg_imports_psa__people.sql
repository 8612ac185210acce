with

source as (

    select * from {{ source('raw_imports_psa', 'people') }}

),

renamed as (

    select

        connection as source_system,
        person_id,
        person_name,
        work_email,
        employee_number,
        role,
        is_active,
        start_date,
        end_date,
        created_at,
        deactivated_at,
        company_id

    from source

)

select * from renamed
