with

source as (

    select * from {{ source('personio', 'contracts') }}

),

followed as (

    select
        *,
        lead(valid_from) over (
            partition by connection, employee_id order by valid_from
        ) as replaced_from
    from source

),

renamed as (

    select

        ---------- ids
        connection as source_system,
        employee_number,

        ---------- dates
        valid_from,

        ---------- numerics
        cast(weekly_working_hours as decimal(18, 4)) as weekly_hours,

        ---------- terms
        coalesce(
            cast(replaced_from - interval '1' day as date), contract_end_date
        ) as valid_to,
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

    from followed

)

select * from renamed
