with

source as (

    select * from {{ source('raw_imports_accounting', 'projects') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        project_name,
        customer_id,
        psa_project_id,
        company_id

    from source

)

select * from renamed
