with

source as (

    select * from {{ source('quickbooks', 'payments') }}

),

unnested as (

    select
        *,
        {{ json_rows('allocations', ['invoice_id', 'amount']) }} as allocation

    from source

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as payment_id,
        txn_date as payment_date,
        {{ money('allocation.amount') }} as paid_amount,
        cast({{ noted('private_note', 'paid_tax_amount') }} as decimal(18, 2)) as paid_tax_amount,
        allocation.invoice_id as invoice_id,
        customer_id,
        case
            when payment_method in (
                'bad_debt_write_off', 'early_payment_discount', 'withholding_tax', 'bank_fees'
            )
                then payment_method
            else 'cash'
        end as kind,
        currency as currency_code,
        cast(exchange_rate as decimal(18, 8)) as exchange_rate,
        {{ noted('private_note', 'company_id') }} as company_id

    from unnested

)

select * from renamed
