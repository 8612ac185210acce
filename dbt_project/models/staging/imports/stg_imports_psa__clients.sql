with

source as (

    select * from {{ source('raw_imports_psa', 'clients') }}

),

renamed as (

    select

        connection as source_system,
        client_id,
        client_name,
        legal_name,
        tax_id,
        domain,
        phone,
        street,
        postcode,
        city,
        country,
        crm_account_id,
        accounting_customer_id,
        currency_code,
        created_at,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        company_id

    from source

)

select * from renamed
