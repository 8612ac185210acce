with

source as (

    select * from {{ source('raw_imports_accounting', 'line_adjustments') }}

),

renamed as (

    select

        connection as source_system,
        invoice_line_id,
        kind,
        {{ money('adjustment_amount') }} as adjustment_amount,
        reason,
        approved_by,
        company_id

    from source

)

select * from renamed
