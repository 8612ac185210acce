with

source as (

    select * from {{ source('harvest', 'clients') }}

),

listed as (

    select * from {{ source('harvest', 'client_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as client_id,
        trim(name) as client_name,
        cast(null as varchar) as legal_name,
        cast(null as varchar) as tax_id,
        cast(null as varchar) as domain,
        cast(null as varchar) as phone,
        split_part(address, chr(10), 1) as street,
        cast(null as varchar) as postcode,
        cast(null as varchar) as city,
        cast(null as varchar) as country,
        cast(null as varchar) as crm_account_id,
        cast(null as varchar) as accounting_customer_id,
        upper(currency) as currency_code,
        created_at,
        updated_at,
        {{ is_unlisted('id') }} as is_deleted,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
