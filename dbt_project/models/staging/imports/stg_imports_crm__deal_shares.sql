with

source as (

    select * from {{ source('raw_imports_crm', 'deal_shares') }}

),

renamed as (

    select

        connection as source_system,
        deal_id,
        project_id,
        {{ money('share_amount') }} as share_amount,
        currency_code,
        company_id

    from source

)

select * from renamed
