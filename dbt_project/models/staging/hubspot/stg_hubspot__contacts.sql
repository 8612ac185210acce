with

source as (

    select * from {{ source('hubspot', 'contacts') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as contact_id,
        associated_company_id as account_id,

        ---------- strings
        nullif(trim(concat_ws(' ', firstname, lastname)), '') as contact_name,
        lower(email) as email,
        phone,

        ---------- timestamps
        createdate as created_at,
        lastmodifieddate as updated_at,

        ---------- lineage
        archived or gone_at is not null as is_deleted,
        company_id

    from source

)

select * from renamed
