with

source as (

    select * from {{ source('personio', 'employees') }}

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        employee_number,

        ---------- dates
        coalesce(schedule_valid_from, hire_date) as valid_from,

        ---------- numerics
        cast(weekly_working_hours as decimal(18, 4)) as weekly_hours,

        ---------- terms
        contract_end_date as valid_to,
        cast(fte as decimal(9, 6)) as fte,
        nullif(
            concat_ws(
                ' ',
                case when monday != '00:00' then 'mon' end,
                case when tuesday != '00:00' then 'tue' end,
                case when wednesday != '00:00' then 'wed' end,
                case when thursday != '00:00' then 'thu' end,
                case when friday != '00:00' then 'fri' end,
                case when saturday != '00:00' then 'sat' end,
                case when sunday != '00:00' then 'sun' end
            ),
            ''
        ) as work_days,

        ---------- lineage
        cast(null as varchar) as company_id

    from source
    where
        weekly_working_hours is not null
        and coalesce(schedule_valid_from, hire_date) is not null

)

select * from renamed
