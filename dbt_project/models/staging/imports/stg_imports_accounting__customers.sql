with

source as (

    select * from {{ source('raw_imports_accounting', 'customers') }}

),

renamed as (

    select

        connection as source_system,
        customer_id,
        customer_name,
        legal_name,
        tax_id,
        registration_id,
        domain,
        email,
        phone,
        street,
        postcode,
        city,
        country,
        parent_customer_id,
        crm_account_id,
        psa_client_id,
        currency_code,
        is_active,
        created_at,
        updated_at,
        merged_into_customer_id,
        is_intercompany,
        company_id

    from source

)

select * from renamed
