with

source as (

    select * from {{ source('personio', 'time_offs') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        employee_number,

        ---------- dates
        off_date,

        ---------- numerics
        cast(
            cast(share as decimal(9, 6)) * cast(scheduled_hours as decimal(9, 6))
            as decimal(18, 4)
        ) as off_hours,

        ---------- strings
        case
            when status = 'approved' then 'approved'
            when status = 'pending' then 'requested'
            else 'cancelled'
        end as status,

        ---------- timestamps
        case when status = 'approved' then updated_at end as approved_at,

        ---------- lineage
        cast(null as varchar) as company_id

    from source
    where share != 0

)

select * from renamed
