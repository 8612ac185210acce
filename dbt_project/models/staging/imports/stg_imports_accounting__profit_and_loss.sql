with

source as (

    select * from {{ source('raw_imports_accounting', 'profit_and_loss') }}

),

renamed as (

    select

        connection as source_system,
        period,
        account_code,
        {{ money('net_credit_amount') }} as net_credit_amount,
        company_id

    from source

)

select * from renamed
