with

source as (

    select * from {{ source('kantata', 'time_off_entries') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        user_id as person_id,
        requested_date as off_date,
        cast(hours as decimal(18, 4)) as off_hours,
        {{ utc_midnight('submission_date') }} as created_at,
        cast(null as varchar) as company_id

    from source

)

select * from renamed
