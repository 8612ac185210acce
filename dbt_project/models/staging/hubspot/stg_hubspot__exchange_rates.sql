with

source as (

    select * from {{ source('hubspot', 'exchange_rates') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        upper(from_currency) as from_currency,
        upper(to_currency) as to_currency,

        ---------- dates
        cast(effective_at as date) as rate_date,

        ---------- numerics
        cast(rate as decimal(18, 8)) as rate,

        ---------- lineage
        cast(null as varchar) as company_id

    from source

)

select * from renamed
