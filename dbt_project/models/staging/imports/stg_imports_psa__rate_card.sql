with

source as (

    select * from {{ source('raw_imports_psa', 'rate_card') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        role,
        cast(bill_rate as decimal(18, 4)) as bill_rate,
        valid_from,
        valid_to,
        approved_at,
        company_id

    from source

)

select * from renamed
