with

source as (

    select * from {{ source('xero', 'closed_periods') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        period,
        cast(null as timestamp) as closed_at,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
