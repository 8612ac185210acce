with

source as (

    select * from {{ source('raw_imports_psa', 'progress') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        progress_date,
        cast(percent_complete as decimal(9, 4)) as percent_complete,
        cast(remaining_hours as decimal(18, 4)) as remaining_hours,
        company_id

    from source

)

select * from renamed
