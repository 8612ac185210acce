with

source as (

    select * from {{ source('raw_imports_accounting', 'payments') }}

),

renamed as (

    select

        connection as source_system,
        payment_id,
        payment_date,
        {{ money('paid_amount') }} as paid_amount,
        {{ money('paid_tax_amount') }} as paid_tax_amount,
        nullif(invoice_id, '') as invoice_id,
        customer_id,
        kind,
        currency_code,
        cast(exchange_rate as decimal(18, 8)) as exchange_rate,
        company_id

    from source

)

select * from renamed
