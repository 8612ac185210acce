with

source as (

    select * from {{ source('xero', 'payments') }}

),

unnested as (

    select
        *,
        {{ json_rows('allocations', ['invoice_id', 'amount']) }} as allocation

    from source

    -- Xero keeps what was taken back; the other types are money paid to suppliers.
    where
        status not in ('DELETED', 'VOIDED')
        and type in (
            'ACCRECPAYMENT',
            'ARCREDITPAYMENT',
            'RECEIVE-OVERPAYMENT',
            'AROVERPAYMENT',
            'RECEIVE-PREPAYMENT',
            'ARPREPAYMENT'
        )

),

renamed as (

    select

        ---------- ids
        unnested.connection as source_system,
        coalesce(unnested.batch_payment_id, unnested.id) as payment_id,
        unnested.date as payment_date,
        {{ money('unnested.allocation.amount') }} as paid_amount,
        {{ money(noted('unnested.reference', 'paid_tax_amount')) }} as paid_tax_amount,
        unnested.allocation.invoice_id,
        unnested.contact_id as customer_id,
        coalesce({{ noted('unnested.reference', 'kind') }}, 'cash') as kind,
        unnested.currency_code,
        cast(unnested.exchange_rate as decimal(18, 8)) as exchange_rate,
        cast(null as varchar) as company_id

    from unnested

)

select * from renamed
