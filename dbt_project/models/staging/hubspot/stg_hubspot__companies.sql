with

source as (

    select * from {{ source('hubspot', 'companies') }}

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
        lower(domain) as domain,
        phone,
        address as street,
        zip as postcode,
        city,
        country,
        hs_parent_company_id as parent_account_id,
        lower(owner_email) as owner_email,
        upper(currency_code) as currency_code,
        psa_client_id,
        accounting_customer_id,

        ---------- timestamps
        createdate as created_at,
        hs_lastmodifieddate as updated_at,

        ---------- lineage
        archived or gone_at is not null as is_deleted,
        merged_into_company_id as merged_into_account_id,
        is_intercompany,
        company_id

    from source

)

select * from renamed
