with

source as (

    select * from {{ source('salesforce', 'contacts') }}

),

living as (

    select concat_ws('/', connection, id) as record_key
    from {{ source('salesforce', 'contact_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as contact_id,
        account_id,

        ---------- strings
        nullif(trim(name), '') as contact_name,
        lower(email) as email,
        phone,

        ---------- timestamps
        created_date as created_at,
        system_modstamp as updated_at,

        ---------- lineage
        is_deleted or concat_ws('/', connection, id) not in (
            select living.record_key from living
        ) as is_deleted,
        company_id

    from source

)

select * from renamed
