{#  Who could work on a day, what is booked and what was worked. Who has left has no
    capacity: what is still booked for them is no hour of anybody else and stays a
    conflict. A firm of fewer than five people has no row: its sum would be a person's. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

capacity as (

    select * from {{ ref('capacity') }}

),

bookings as (

    select
        person_id,
        calendar_date,
        sum(allocated_hours) as allocated_hours,
        sum(soft_hours) as soft_hours

    from {{ ref('int_bookings__dated') }}

    group by all

),

records as (

    select * from {{ ref('int_people__identified') }}

),

entries as (

    select * from {{ ref('int_psa_time_entries__unioned') }}

    where
        not coalesce(is_deleted, false)
        and coalesce(is_billable, true)
        and coalesce(status, 'approved') in ('approved', 'submitted')

),

worked as (

    select
        records.person_id,
        entries.work_date,
        sum(entries.hours) as billable_hours

    from entries

    inner join records
        on
            {{ record_id('entries.source_system', "'person'", 'entries.person_id') }}
            = records.record_id

    group by all

),

dated as (

    select
        capacity.person_id,
        capacity.capacity_date,
        capacity.period as month,
        date_diff('day', firm.as_of, capacity.capacity_date) as n_days_ahead,
        capacity.capacity_hours,
        coalesce(bookings.allocated_hours, 0) as allocated_hours,
        coalesce(bookings.soft_hours, 0) as soft_hours,
        coalesce(worked.billable_hours, 0) as billable_hours

    from capacity

    cross join firm

    left join bookings
        on
            capacity.person_id = bookings.person_id
            and capacity.capacity_date = bookings.calendar_date

    left join worked
        on
            capacity.person_id = worked.person_id
            and capacity.capacity_date = worked.work_date

)

select * from dated

where (select count(distinct capacity.person_id) from capacity) >= 5
