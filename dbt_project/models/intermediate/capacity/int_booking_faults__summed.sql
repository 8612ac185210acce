{#  Bookings that are still to come. What the PSA's own calendar has off is no fault: it
    leaves those days out by itself. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

bookings as (

    select
        bookings.person_id,
        min(bookings.project_record_id) as project_record_id

    from {{ ref('int_bookings__dated') }} as bookings

    cross join firm

    where bookings.calendar_date > firm.as_of and bookings.allocated_hours > 0

    group by all

),

conflicts as (

    select * from {{ ref('time_off_conflicts') }}

    where is_ahead and not is_time_off_in_psa

),

faults as (

    select
        'booked_on_day_off' as fault,
        'time_off' as conflict_kind

    union all

    select
        'booked_after_leaving' as fault,
        'after_leaving' as conflict_kind

),

summed as (

    select
        bookings.person_id,
        faults.fault,
        coalesce(min(conflicts.project_record_id), bookings.project_record_id)
            as project_record_id,
        coalesce(sum(conflicts.conflict_hours), 0) as fault_hours,
        count(conflicts.person_id) as n_days,
        min(conflicts.conflict_date) as first_date,
        max(conflicts.conflict_date) as last_date

    from bookings

    cross join faults

    left join conflicts
        on
            bookings.person_id = conflicts.person_id
            and faults.conflict_kind = conflicts.conflict_kind

    group by bookings.person_id, bookings.project_record_id, faults.fault

)

select * from summed
