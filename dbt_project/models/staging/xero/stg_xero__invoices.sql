with

source as (

    select * from {{ source('xero', 'invoices') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as invoice_id,
        number as invoice_number,
        contact_id as customer_id,
        date as invoice_date,
        case
            when status in ('DRAFT', 'SUBMITTED') then 'draft'
            when status in ('VOIDED', 'DELETED') then 'void'
            -- A credit note that invoices used up is settled, but nobody paid it.
            when status = 'PAID' and (type = 'ACCREC' or amount_paid != 0) then 'paid'
            else 'issued'
        end as status,
        due_date,
        currency_code,
        cast(exchange_rate as decimal(18, 8)) as exchange_rate,
        line_amount_types = 'Inclusive' as is_tax_inclusive,
        case when type = 'ACCRECCREDIT' then 'credit_note' else 'invoice' end as kind,
        credited_invoice_id as credits_invoice_id,
        case when type = 'ACCRECCREDIT' then reference end as reason,
        cast(null as timestamp) as created_at,
        updated_date_utc as updated_at,
        status = 'DELETED' as is_deleted,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
