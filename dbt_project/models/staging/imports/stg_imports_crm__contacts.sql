with

source as (

    select * from {{ source('raw_imports_crm', 'contacts') }}

),

renamed as (

    select

        connection as source_system,
        contact_id,
        account_id,
        contact_name,
        email,
        phone,
        created_at,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        company_id

    from source

)

select * from renamed
