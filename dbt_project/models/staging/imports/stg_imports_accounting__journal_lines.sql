with

source as (

    select * from {{ source('raw_imports_accounting', 'journal_lines') }}

),

renamed as (

    select

        connection as source_system,
        journal_line_id,
        posting_date,
        account_code,
        {{ money('net_credit_amount') }} as net_credit_amount,
        project_ref,
        psa_project_id,
        source_type,
        source_id,
        kind,
        basis,
        description,
        created_at,
        company_id

    from source

)

select * from renamed
