with

source as (

    select * from {{ source('raw_imports_accounting', 'invoice_line_times') }}

),

renamed as (

    select

        connection as source_system,
        invoice_line_id,
        time_entry_id,
        cast(billed_hours as decimal(18, 4)) as billed_hours,
        cast(billed_rate as decimal(18, 4)) as billed_rate,
        company_id

    from source

)

select * from renamed
