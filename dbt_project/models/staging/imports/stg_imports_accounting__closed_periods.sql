with

source as (

    select * from {{ source('raw_imports_accounting', 'closed_periods') }}

),

renamed as (

    select

        connection as source_system,
        period,
        closed_at,
        company_id

    from source

)

select * from renamed
