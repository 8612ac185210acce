with

source as (

    select * from {{ source('quickbooks', 'closed_periods') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        period,
        min(last_updated_time) as closed_at,
        cast(null as varchar) as company_id

    from source

    group by all

)

select * from renamed
