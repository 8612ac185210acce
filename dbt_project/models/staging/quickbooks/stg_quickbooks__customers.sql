with

source as (

    select * from {{ source('quickbooks', 'customers') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as customer_id,
        trim(regexp_replace(display_name, ' [(]deleted[)]$', '')) as customer_name,
        company_name as legal_name,
        primary_tax_identifier as tax_id,
        {{ noted('notes', 'registration_id') }} as registration_id,
        split_part(
            regexp_replace(lower(web_addr), '^(https?://)?(www[.])?', ''), '/', 1
        ) as domain,
        lower(primary_email_addr) as email,
        primary_phone as phone,
        line1 as street,
        postal_code as postcode,
        city,
        country,
        parent_id as parent_customer_id,
        {{ noted('notes', 'crm_account_id') }} as crm_account_id,
        {{ noted('notes', 'psa_client_id') }} as psa_client_id,
        currency as currency_code,
        active as is_active,
        create_time as created_at,
        last_updated_time as updated_at,
        {{ noted('notes', 'merged_into_customer_id') }} as merged_into_customer_id,
        cast({{ noted('notes', 'is_intercompany') }} as boolean) as is_intercompany,
        {{ noted('notes', 'company_id') }} as company_id

    from source

    where not is_project

)

select * from renamed
