with

source as (

    select * from {{ source('xero', 'profit_and_loss') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        period,
        account_code,
        cast(
            case when class = 'REVENUE' then amount else -amount end as decimal(18, 2)
        ) as net_credit_amount,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
