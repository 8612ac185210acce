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
        unnested.connection as source_system,
        unnested.id as payment_id,
        unnested.txn_date as payment_date,
        {{ money('unnested.allocation.amount') }} as paid_amount,
        {{ money(noted('unnested.private_note', 'paid_tax_amount')) }}
            as paid_tax_amount,
        unnested.allocation.invoice_id,
        unnested.customer_id,
        case
            when
                unnested.payment_method in (
                    'bad_debt_write_off',
                    'early_payment_discount',
                    'withholding_tax',
                    'bank_fees'
                )
                then unnested.payment_method
            else 'cash'
        end as kind,
        unnested.currency as currency_code,
        cast(unnested.exchange_rate as decimal(18, 8)) as exchange_rate,
        {{ noted('unnested.private_note', 'company_id') }} as company_id

    from unnested

)

select * from renamed
