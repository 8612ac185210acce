with

source as (

    select * from {{ source('birdview', 'customers') }}

),

listed as (

    select * from {{ source('birdview', 'customer_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        customer_id as client_id,
        trim(name) as client_name,
        legal_name,
        tax_id,
        lower(domain) as domain,
        phone,
        address as street,
        zip as postcode,
        city,
        country,
        crm_account_id,
        accounting_customer_id,
        upper(currency_code) as currency_code,
        creation_date as created_at,
        last_modification_date as updated_at,
        {{ is_unlisted('customer_id') }} as is_deleted,
        company_id

    from source

)

select * from renamed
