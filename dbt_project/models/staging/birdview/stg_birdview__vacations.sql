with

source as (

    select * from {{ source('birdview', 'vacations') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        user_id as person_id,
        vacation_date as off_date,
        cast(duration as decimal(18, 4)) as off_hours,
        creation_date as created_at,
        company_id

    from source

)

select * from renamed
