with

source as (

    select * from {{ source('raw_imports_crm', 'stage_history') }}

),

renamed as (

    select

        connection as source_system,
        deal_id,
        stage,
        entered_at,
        changed_by,
        company_id

    from source

)

select * from renamed
