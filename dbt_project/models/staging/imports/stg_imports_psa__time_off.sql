with

source as (

    select * from {{ source('raw_imports_psa', 'time_off') }}

),

renamed as (

    select

        connection as source_system,
        person_id,
        off_date,
        cast(off_hours as decimal(18, 4)) as off_hours,
        created_at,
        company_id

    from source

)

select * from renamed
