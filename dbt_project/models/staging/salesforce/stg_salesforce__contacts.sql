with

source as (

    select * from {{ source('salesforce', 'contacts') }}

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
        is_deleted or gone_at is not null as is_deleted,
        company_id

    from source

)

select * from renamed
