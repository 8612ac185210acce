with

source as (

    select * from {{ source('quickbooks', 'customers') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as project_id,
        trim(display_name) as project_name,
        parent_id as customer_id,
        {{ noted('notes', 'psa_project_id') }} as psa_project_id,
        {{ noted('notes', 'company_id') }} as company_id

    from source

    where is_project

)

select * from renamed
