with

source as (

    select * from {{ source('hubspot', 'property_history') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        record_id as deal_id,

        ---------- strings
        value as stage,

        ---------- timestamps
        changed_at as entered_at,

        ---------- lineage
        changed_by,
        cast(null as varchar) as company_id

    from source
    where
        record_type = 'deal'
        and field = 'stage'
        and value is not null

)

select * from renamed
