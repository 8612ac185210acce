with

source as (

    select * from {{ source('raw_imports_accounting', 'invoices') }}

),

renamed as (

    select

        connection as source_system,
        invoice_id,
        invoice_number,
        customer_id,
        invoice_date,
        status,
        due_date,
        currency_code,
        cast(exchange_rate as decimal(18, 8)) as exchange_rate,
        is_tax_inclusive,
        kind,
        credits_invoice_id,
        reason,
        created_at,
        updated_at,
        coalesce(is_deleted, false) as is_deleted,
        company_id

    from source

)

select * from renamed
