{#  An invoice date that was changed into another month after the invoice was issued. #}
with

changes as (

    select * from {{ ref('int_accounting_field_changes__unioned') }}

    where record_type = 'invoice' and field = 'invoice_date'

),

invoices as (

    select * from {{ ref('invoices') }}

),

dated as (

    select
        {{ record_id('source_system', "'invoice'", 'record_id') }} as invoice_id,
        try_cast(old_value as date) as old_date

    from changes

    where old_value is not null

    qualify row_number() over (
        partition by source_system, record_id order by changed_at, old_value
    ) = 1

),

redated as (

    select
        invoices.invoice_id,
        invoices.source_system,
        invoices.source_record_id,
        invoices.client_id,
        dated.old_date as issued_date,
        invoices.invoice_date,
        {{ money('abs(invoices.billed_amount * coalesce(invoices.exchange_rate, 1))') }}
            as moved_amount

    from invoices

    inner join dated
        on invoices.invoice_id = dated.invoice_id

    where
        date_trunc('month', dated.old_date)
        != date_trunc('month', invoices.invoice_date)
        and invoices.billed_amount != 0

)

select * from redated
