{#  A contract counts day by day, so a change within a month needs no average. Weekly
    hours are the contract's own, part-time included. #}
with

records as (

    select * from {{ ref('int_people__identified') }}

),

contracted as (

    select * from {{ ref('int_contracts__dated') }}

),

days_off as (

    select
        records.person_id,
        days_off.off_date,
        max(days_off.off_hours) as off_hours,
        max(days_off.pending_hours) as pending_hours,
        bool_or(days_off.is_holiday) as is_holiday,
        bool_or(days_off.is_in_psa) as is_in_psa

    from {{ ref('int_days_off__listed') }} as days_off

    inner join records
        on days_off.record_id = records.record_id

    group by all

),

capacity as (

    select

        ---------- ids
        contracted.person_id,

        ---------- strings
        contracted.department,
        contracted.role,
        contracted.fiscal_month as period,

        ---------- numerics
        cast(contracted.contract_hours as decimal(9, 4)) as contract_hours,
        cast(
            least(coalesce(days_off.off_hours, 0), contracted.contract_hours)
            as decimal(9, 4)
        ) as off_hours,
        cast(coalesce(days_off.pending_hours, 0) as decimal(9, 4)) as pending_hours,
        cast(
            greatest(contracted.contract_hours - coalesce(days_off.off_hours, 0), 0)
            as decimal(9, 4)
        ) as capacity_hours,

        ---------- booleans
        coalesce(days_off.is_holiday, false) as is_holiday,
        coalesce(days_off.is_in_psa, false) as is_time_off_in_psa,

        ---------- dates
        contracted.calendar_date as capacity_date

    from contracted

    left join days_off
        on
            contracted.person_id = days_off.person_id
            and contracted.calendar_date = days_off.off_date

)

select * from capacity
