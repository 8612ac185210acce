with

source as (

    select * from {{ source('raw_imports_accounting', 'accounts') }}

),

renamed as (

    select

        connection as source_system,
        account_code,
        account_name,
        account_kind,
        company_id

    from source

)

select * from renamed
