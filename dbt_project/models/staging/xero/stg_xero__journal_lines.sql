with

source as (

    select * from {{ source('xero', 'journal_lines') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        journal_line_id,
        journal_date as posting_date,
        account_code,
        {{ money('-net_amount') }} as net_credit_amount,
        project_id as project_ref,
        {{ noted('description', 'psa_project_id') }} as psa_project_id,
        case
            when source_type in ('ACCREC', 'ACCRECCREDIT') then 'invoice'
            when source_type in ('ACCRECPAYMENT', 'ARCREDITPAYMENT') then 'payment'
            else nullif(split_part({{ noted('description', 'source') }}, '/', 1), '')
        end as source_type,
        case
            when
                source_type in (
                    'ACCREC', 'ACCRECCREDIT', 'ACCRECPAYMENT', 'ARCREDITPAYMENT'
                )
                then source_id
            else nullif(split_part({{ noted('description', 'source') }}, '/', 2), '')
        end as source_id,
        case
            when source_type in ('ACCREC', 'ACCRECCREDIT') then 'invoice'
            when source_type = 'MANJOURNAL'
                then coalesce({{ noted('description', 'kind') }}, 'manual')
            else 'other'
        end as kind,
        {{ noted('description', 'basis') }} as basis,
        {{ without_noted('description') }} as description,
        created_date_utc as created_at,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
