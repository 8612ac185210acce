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
        quantity,
        list_price,
        net_price,
        is_project_work,
        service_code,
        start_date,
        end_date,
        company_id

    from source

)

select * from renamed
