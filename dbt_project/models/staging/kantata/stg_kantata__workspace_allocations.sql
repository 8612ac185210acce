with

source as (

    select * from {{ source('kantata', 'workspace_allocations') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        workspace_id as project_id,
        user_id as person_id,
        start_date as from_date,
        end_date as to_date,
        cast(hours_per_day as decimal(18, 4)) as hours_per_day,
        role,
        not hard as is_soft,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
