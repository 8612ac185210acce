{#  A project needs a skill in a month that is still to come, and somebody who is booked
    on it then holds the skill no longer. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

bookings as (

    select
        bookings.person_id,
        bookings.project_record_id,
        days.fiscal_month,
        sum(bookings.allocated_hours) as allocated_hours,
        count(*) as n_days,
        min(bookings.calendar_date) as first_date,
        max(bookings.calendar_date) as last_date

    from {{ ref('int_bookings__dated') }} as bookings

    cross join firm

    inner join days
        on bookings.calendar_date = days.calendar_date

    where bookings.calendar_date > firm.as_of and bookings.allocated_hours > 0

    group by all

),

required as (

    select
        {{ record_id(
            'required_skills.source_system', "'project'", 'required_skills.project_id'
        ) }} as project_record_id,
        required_skills.skill,
        days.fiscal_month

    from {{ ref('int_psa_required_skills__unioned') }} as required_skills

    inner join days
        on required_skills.month = days.calendar_date

    where required_skills.required_hours > 0

    group by all

),

records as (

    select * from {{ ref('int_people__identified') }}

),

held as (

    select
        records.person_id,
        lower(trim(skills.skill)) as skill,
        max(coalesce(skills.valid_to, date '9999-12-31')) as valid_to

    from {{ ref('int_hr_skills__unioned') }} as skills

    inner join records
        on
            {{ record_id(
                'skills.source_system', "'employee'", 'skills.employee_number'
            ) }} = records.record_id

    group by all

),

expired as (

    select
        bookings.person_id,
        required.skill,
        held.valid_to,
        held.valid_to < min(bookings.first_date) as is_expired,
        min(bookings.project_record_id) as project_record_id,
        sum(bookings.allocated_hours) as fault_hours,
        cast(sum(bookings.n_days) as bigint) as n_days,
        min(bookings.first_date) as first_date,
        max(bookings.last_date) as last_date

    from bookings

    inner join required
        on
            bookings.project_record_id = required.project_record_id
            and bookings.fiscal_month = required.fiscal_month

    inner join held
        on
            bookings.person_id = held.person_id
            and lower(trim(required.skill)) = held.skill

    group by bookings.person_id, required.skill, held.valid_to

)

select * from expired
