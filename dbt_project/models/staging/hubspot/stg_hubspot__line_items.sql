with

source as (

    select * from {{ source('hubspot', 'line_items') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        id as deal_line_id,
        associated_deal_id as deal_id,
        project_id,

        ---------- strings
        name as description,

        ---------- numerics
        cast(quantity as decimal(18, 4)) as quantity,
        cast(price as decimal(18, 4)) as list_price,
        cast(price - coalesce(discount, 0) as decimal(18, 4)) as net_price,

        ---------- booleans
        is_project_work,

        ---------- terms
        service_code,
        start_date,
        end_date,

        ---------- lineage
        company_id

    from source

)

select * from renamed
