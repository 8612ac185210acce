with

source as (

    select * from {{ source('raw_imports_psa', 'allocations') }}

),

renamed as (

    select

        connection as source_system,
        project_id,
        person_id,
        from_date,
        to_date,
        cast(hours_per_day as decimal(18, 4)) as hours_per_day,
        role,
        is_soft,
        company_id

    from source

)

select * from renamed
