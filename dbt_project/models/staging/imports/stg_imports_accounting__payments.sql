with

source as (

    select * from {{ source('raw_imports_accounting', 'payments') }}

),

renamed as (

    select

        connection as source_system,
        payment_id,
        payment_date,
        paid_amount,
        paid_tax_amount,
        invoice_id,
        customer_id,
        kind,
        currency_code,
        exchange_rate,
        company_id

    from source

)

select * from renamed
