with

source as (

    select * from {{ source('bamboohr', 'time_off_days') }}

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
            case when unit = 'days' then amount * 8 else amount end as decimal(18, 4)
        ) as off_hours,

        ---------- strings
        case
            when status in ('approved', 'requested') then status
            else 'cancelled'
        end as status,

        ---------- timestamps
        case
            when status = 'approved' then {{ utc_midnight('status_changed_on') }}
        end as approved_at,

        ---------- lineage
        cast(null as varchar) as company_id

    from source
    where amount != 0

)

select * from renamed
