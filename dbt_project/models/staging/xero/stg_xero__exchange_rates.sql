with

source as (

    select * from {{ source('xero', 'invoices') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        currency_code as from_currency,
        base_currency as to_currency,
        date as rate_date,
        cast(max(exchange_rate) as decimal(18, 8)) as rate,
        cast(null as varchar) as company_id

    from source

    where currency_code != base_currency and status not in ('DELETED', 'VOIDED')

    group by all

)

select * from renamed
