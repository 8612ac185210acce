with

source as (

    select * from {{ source('bamboohr', 'employment_status') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        employee_number,

        ---------- dates
        effective_date as valid_from,

        ---------- numerics
        cast(weekly_hours as decimal(18, 4)) as weekly_hours,

        ---------- terms
        valid_to,
        cast(fte as decimal(9, 6)) as fte,
        work_days,

        ---------- lineage
        cast(null as varchar) as company_id

    from source
    where weekly_hours is not null

)

select * from renamed
