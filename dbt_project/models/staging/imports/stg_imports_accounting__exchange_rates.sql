with

source as (

    select * from {{ source('raw_imports_accounting', 'exchange_rates') }}

),

renamed as (

    select

        connection as source_system,
        from_currency,
        to_currency,
        rate_date,
        cast(rate as decimal(18, 8)) as rate,
        company_id

    from source

)

select * from renamed
