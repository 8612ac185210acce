with

source as (

    select * from {{ source('raw_imports_crm', 'accounts') }}

),

renamed as (

    select

        connection as source_system,
        account_id,
        account_name,
        legal_name,
        tax_id,
        registration_id,
        domain,
        phone,
        street,
        postcode,
        city,
        country,
        parent_account_id,
        owner_email,
        currency_code,
        psa_client_id,
        accounting_customer_id,
        created_at,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        merged_into_account_id,
        is_intercompany,
        company_id

    from source

)

select * from renamed
