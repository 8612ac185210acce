with

source as (

    select * from {{ source('xero', 'contacts') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        contact_id as customer_id,
        trim(name) as customer_name,
        cast(null as varchar) as legal_name,
        tax_number as tax_id,
        company_number as registration_id,
        split_part(
            regexp_replace(lower(website), '^(https?://)?(www[.])?', ''), '/', 1
        ) as domain,
        lower(email_address) as email,
        phone,
        address_line1 as street,
        postal_code as postcode,
        city,
        country,
        cast(null as varchar) as parent_customer_id,
        crm_account_id,
        psa_client_id,
        default_currency as currency_code,
        contact_status = 'ACTIVE' as is_active,
        cast(null as timestamp) as created_at,
        updated_date_utc as updated_at,
        merged_to_contact_id as merged_into_customer_id,
        coalesce(lower(contact_groups) like '%intercompany%', false) as is_intercompany,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
