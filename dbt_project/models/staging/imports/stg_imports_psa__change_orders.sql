with

source as (

    select * from {{ source('raw_imports_psa', 'change_orders') }}

),

renamed as (

    select

        connection as source_system,
        change_order_id,
        project_id,
        {{ money('change_amount') }} as change_amount,
        reason,
        status,
        approved_at,
        approved_by,
        deal_id,
        company_id

    from source

)

select * from renamed
