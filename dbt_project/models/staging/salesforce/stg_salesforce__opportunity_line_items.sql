with

source as (

    select * from {{ source('salesforce', 'opportunity_line_items') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as deal_line_id,
        opportunity_id as deal_id,
        project_id,

        ---------- strings
        coalesce(description, product2_name) as description,

        ---------- numerics
        cast(quantity as decimal(18, 4)) as quantity,
        cast(list_price as decimal(18, 4)) as list_price,
        -- The discount is a percentage; both factors are exact.
        cast(
            cast(unit_price as decimal(18, 4))
            * cast(100 - coalesce(discount, 0) as decimal(9, 4))
            * cast(0.01 as decimal(3, 2))
            as decimal(18, 4)
        ) as net_price,

        ---------- booleans
        is_project_work,

        ---------- terms
        product2_product_code as service_code,
        service_date as start_date,
        end_date,

        ---------- lineage
        company_id

    from source

)

select * from renamed
