with

source as (

    select * from {{ source('raw_imports_psa', 'progress') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        progress_date,
        percent_complete,
        remaining_hours,
        company_id

    from source

)

select * from renamed
