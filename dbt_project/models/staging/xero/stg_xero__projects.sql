with

source as (

    select * from {{ source('xero', 'projects') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as project_id,
        {{ without_noted('name') }} as project_name,
        contact_id as customer_id,
        {{ noted('name', 'psa_project_id') }} as psa_project_id,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
