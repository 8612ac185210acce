with

source as (

    select * from {{ source('xero', 'history') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        record_type,
        record_id,
        field,
        date_utc as changed_at,
        old_value,
        new_value,
        user as changed_by,
        case
            when lower(user) = 'system generated' then 'formula'
            when details like '%Xero API%' then 'integration'
            when user is null then 'unknown'
            else 'person'
        end as change_source,
        cast(null as varchar) as company_id

    from source

    where field is not null

)

select * from renamed
