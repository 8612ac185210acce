with

source as (

    select * from {{ source('salesforce', 'accounts') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as account_id,

        ---------- strings
        trim(name) as account_name,
        legal_name,
        tax_id,
        registration_id,
        split_part(
            regexp_replace(lower(website), '^(https?://)?(www[.])?', ''), '/', 1
        ) as domain,
        phone,
        billing_street as street,
        billing_postal_code as postcode,
        billing_city as city,
        billing_country as country,
        parent_id as parent_account_id,
        lower(owner_email) as owner_email,
        upper(currency_iso_code) as currency_code,
        psa_client_id,
        accounting_customer_id,

        ---------- timestamps
        created_date as created_at,
        system_modstamp as updated_at,

        ---------- lineage
        is_deleted or gone_at is not null as is_deleted,
        master_record_id as merged_into_account_id,
        is_intercompany,
        company_id

    from source

)

select * from renamed
