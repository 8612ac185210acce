with

source as (

    select * from {{ source('quickbooks', 'exchange_rates') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        source_currency_code as from_currency,
        target_currency_code as to_currency,
        as_of_date as rate_date,
        cast(rate as decimal(18, 8)) as rate,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
