with

source as (

    select * from {{ source('raw_imports_accounting', 'invoice_lines') }}

),

renamed as (

    select

        connection as source_system,
        invoice_line_id,
        invoice_id,
        {{ money('line_amount') }} as line_amount,
        {{ money('tax_amount') }} as tax_amount,
        description,
        project_ref,
        psa_project_id,
        service_code,
        account_code,
        cast(quantity as decimal(18, 4)) as quantity,
        cast(unit_price as decimal(18, 4)) as unit_price,
        is_project_work,
        line_kind,
        service_start_date,
        service_end_date,
        company_id

    from source

)

select * from renamed
