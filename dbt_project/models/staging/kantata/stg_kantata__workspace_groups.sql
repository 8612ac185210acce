with

source as (

    select * from {{ source('kantata', 'workspace_groups') }}

),

listed as (

    select * from {{ source('kantata', 'workspace_group_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as client_id,
        trim(name) as client_name,
        legal_name,
        tax_id,
        split_part(
            regexp_replace(lower(website), '^(https?://)?(www[.])?', ''), '/', 1
        ) as domain,
        phone_number as phone,
        street,
        postcode,
        city,
        country,
        crm_account_id,
        accounting_customer_id,
        currency_code,
        cast(null as timestamp) as created_at,
        cast(null as timestamp) as updated_at,
        {{ is_unlisted('id') }} as is_deleted,
        company_id

    from source

)

select * from renamed
