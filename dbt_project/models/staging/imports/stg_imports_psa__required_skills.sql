with

source as (

    select * from {{ source('raw_imports_psa', 'required_skills') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        month,
        skill,
        cast(required_hours as decimal(18, 4)) as required_hours,
        company_id

    from source

)

select * from renamed
