with

source as (

    select * from {{ source('birdview', 'assignments') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        project_id,
        user_id as person_id,
        start_date as from_date,
        end_date as to_date,
        cast(hours_per_day as decimal(18, 4)) as hours_per_day,
        role_name as role,
        is_soft,
        company_id

    from source

)

select * from renamed
