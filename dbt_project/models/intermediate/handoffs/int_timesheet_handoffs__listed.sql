{#  Each week in which a person is firmly booked should be handed in. Days off need no
    hours; hours on a day off were logged against it. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

allocations as (

    select * from {{ ref('int_psa_allocations__unioned') }}

    where not coalesce(is_soft, false) and hours_per_day > 0

),

psa_people as (

    select * from {{ ref('int_psa_people__unioned') }}

),

time_off as (

    select
        source_system,
        psa_person_id as person_id,
        off_date,
        off_hours

    from {{ ref('int_days_off__listed') }}

    where off_hours > 0

),

entries as (

    select * from {{ ref('int_psa_time_entries__unioned') }}

    where not coalesce(is_deleted, false) and hours > 0

),

booked as (

    select
        allocations.source_system,
        allocations.person_id,
        cast(date_trunc('week', days.calendar_date) as date) as week_date,
        count(distinct days.calendar_date) filter (
            where time_off.off_date is null
        ) as n_days

    from allocations

    cross join firm

    inner join days
        on
            days.calendar_date between allocations.from_date and allocations.to_date
            and firm.as_of >= days.calendar_date
            and days.is_working_day

    inner join psa_people
        on
            allocations.source_system = psa_people.source_system
            and allocations.person_id = psa_people.person_id
            and coalesce(days.calendar_date <= psa_people.end_date, true)
            and coalesce(days.calendar_date >= psa_people.start_date, true)

    left join time_off
        on
            allocations.source_system = time_off.source_system
            and allocations.person_id = time_off.person_id
            and days.calendar_date = time_off.off_date

    group by all

),

logged as (

    select
        entries.source_system,
        entries.person_id,
        cast(date_trunc('week', entries.work_date) as date) as week_date,
        max({{ local_date('entries.submitted_at') }}) as submitted_date,
        bool_and(entries.submitted_at is not null) as is_submitted,
        bool_or(coalesce(time_off.off_hours >= 8, false)) as is_on_day_off

    from entries

    left join time_off
        on
            entries.source_system = time_off.source_system
            and entries.person_id = time_off.person_id
            and entries.work_date = time_off.off_date

    group by all

),

listed as (

    select
        'work_to_submitted' as event,
        booked.source_system || ':timesheet:' || booked.person_id || '/'
        || booked.week_date as record_id,
        booked.source_system,
        'Week of ' || booked.week_date || ' of person ' || booked.person_id as subject,
        cast(booked.week_date + interval 7 day as date) as triggered_date,
        case when logged.is_submitted then logged.submitted_date end as done_date,
        coalesce(logged.is_on_day_off, false) as is_out_of_order

    from booked

    cross join firm

    left join logged
        on
            booked.source_system = logged.source_system
            and booked.person_id = logged.person_id
            and booked.week_date = logged.week_date

    where booked.n_days > 0 and booked.week_date + interval 7 day <= firm.as_of

)

select * from listed
