with

source as (

    select * from {{ source('restricted_imports', 'cost_rates') }}

),

renamed as (

    select

        connection as source_system,
        employee_number,
        role,
        level,
        cast(loaded_cost_rate as decimal(18, 4)) as loaded_cost_rate,
        valid_from,
        valid_to,
        currency_code,
        company_id

    from source

)

select * from renamed
