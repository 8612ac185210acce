with

source as (

    select * from {{ source('raw_imports_crm', 'deal_lines') }}

),

renamed as (

    select

        connection as source_system,
        deal_line_id,
        deal_id,
        project_id,
        description,
        cast(quantity as decimal(18, 4)) as quantity,
        cast(list_price as decimal(18, 4)) as list_price,
        cast(net_price as decimal(18, 4)) as net_price,
        is_project_work,
        service_code,
        start_date,
        end_date,
        company_id

    from source

)

select * from renamed
