with

source as (

    select * from {{ source('quickbooks', 'invoices') }}

),

listed as (

    select * from {{ source('quickbooks', 'invoice_ids') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as invoice_id,
        doc_number as invoice_number,
        customer_id,
        txn_date as invoice_date,
        case
            when lower(status) = 'draft' then 'draft'
            when private_note like 'Voided%' then 'void'
            when balance = 0 and total_amt != 0 then 'paid'
            else 'issued'
        end as status,
        due_date,
        currency as currency_code,
        cast(exchange_rate as decimal(18, 8)) as exchange_rate,
        global_tax_calculation = 'TaxInclusive' as is_tax_inclusive,
        case when txn_type = 'CreditMemo' then 'credit_note' else 'invoice' end as kind,
        linked_invoice_id as credits_invoice_id,
        customer_memo as reason,
        create_time as created_at,
        last_updated_time as updated_at,
        {{ is_unlisted('id') }} as is_deleted,
        {{ noted('private_note', 'company_id') }} as company_id

    from source

)

select * from renamed
