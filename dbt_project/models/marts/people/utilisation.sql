{#  Numerators and denominators: a ratio is formed after adding up, never before. #}
with

capacity as (

    select
        person_id,
        period,
        max(department) as department,
        max(role) as role,
        sum(contract_hours) as contract_hours,
        sum(capacity_hours) as capacity_hours

    from {{ ref('capacity') }}

    group by all

),

days as (

    select * from {{ ref('int_days__counted') }}

),

bookings as (

    select
        bookings.person_id,
        days.fiscal_month as period,
        sum(bookings.allocated_hours) as allocated_hours,
        sum(bookings.soft_hours) as soft_hours

    from {{ ref('int_bookings__dated') }} as bookings

    inner join days
        on bookings.calendar_date = days.calendar_date

    group by all

),

records as (

    select * from {{ ref('int_people__identified') }}

),

logged as (

    select
        records.person_id,
        days.fiscal_month as period,
        sum(entries.hours) as logged_hours,
        sum(entries.hours) filter (where entries.is_billable) as billable_hours

    from {{ ref('int_psa_time_entries__unioned') }} as entries

    inner join records
        on
            {{ record_id('entries.source_system', "'person'", 'entries.person_id') }}
            = records.record_id

    inner join days
        on entries.work_date = days.calendar_date

    where not coalesce(entries.is_deleted, false)

    group by all

),

utilisation as (

    select

        ---------- ids
        capacity.person_id,
        capacity.period,

        ---------- strings
        capacity.department,
        capacity.role,

        ---------- numerics
        cast(capacity.contract_hours as decimal(18, 4)) as contract_hours,
        cast(capacity.capacity_hours as decimal(18, 4)) as capacity_hours,
        cast(coalesce(bookings.allocated_hours, 0) as decimal(18, 4))
            as allocated_hours,
        cast(coalesce(bookings.soft_hours, 0) as decimal(18, 4)) as soft_hours,
        cast(coalesce(logged.logged_hours, 0) as decimal(18, 4)) as logged_hours,
        cast(coalesce(logged.billable_hours, 0) as decimal(18, 4)) as billable_hours

    from capacity

    left join bookings
        on
            capacity.person_id = bookings.person_id
            and capacity.period = bookings.period

    left join logged
        on
            capacity.person_id = logged.person_id
            and capacity.period = logged.period

)

select * from utilisation
