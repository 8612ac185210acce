with

source as (

    select * from {{ source('quickbooks', 'ledger_lines') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        concat(
            case
                when txn_type in ('Invoice', 'Credit Memo') then 'INV-'
                when txn_type = 'Payment' then 'PAY-'
                else ''
            end,
            txn_id,
            '-',
            line_id
        ) as journal_line_id,
        tx_date as posting_date,
        account_id as account_code,
        {{ money('coalesce(credit, 0) - coalesce(debit, 0)') }} as net_credit_amount,
        nullif(name_id, '') as project_ref,
        {{ noted('memo', 'psa_project_id') }} as psa_project_id,
        case
            when txn_type in ('Invoice', 'Credit Memo') then 'invoice'
            when txn_type = 'Payment' then 'payment'
            else nullif(split_part({{ noted('memo', 'source') }}, '/', 1), '')
        end as source_type,
        case
            when txn_type in ('Invoice', 'Credit Memo', 'Payment') then txn_id
            else nullif(split_part({{ noted('memo', 'source') }}, '/', 2), '')
        end as source_id,
        case
            when txn_type in ('Invoice', 'Credit Memo') then 'invoice'
            when txn_type = 'Journal Entry'
                then coalesce({{ noted('memo', 'kind') }}, 'manual')
            else 'other'
        end as kind,
        {{ noted('memo', 'basis') }} as basis,
        {{ without_noted('memo') }} as description,
        create_date as created_at,
        {{ noted('memo', 'company_id') }} as company_id

    from source

)

select * from renamed
