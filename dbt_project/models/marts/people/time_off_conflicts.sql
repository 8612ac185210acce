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
        count(distinct project_record_id) as n_projects,
        min(project_record_id) as project_record_id

    from {{ ref('int_bookings__dated') }}

    where allocated_hours > 0

    group by all

),

people as (

    select * from {{ ref('people') }}

),

judged as (

    select
        capacity.person_id,
        bookings.project_record_id,
        bookings.n_projects,
        bookings.allocated_hours,
        capacity.capacity_hours,
        capacity.pending_hours,
        case
            when capacity.is_holiday then 'holiday'
            when capacity.off_hours > 0 then 'time_off'
            else 'pending_time_off'
        end as conflict_kind,
        greatest(
            bookings.allocated_hours - greatest(
                capacity.capacity_hours - capacity.pending_hours, 0
            ),
            0
        ) as conflict_hours,
        capacity.is_time_off_in_psa,
        capacity.capacity_date,
        capacity.capacity_date > firm.as_of as is_ahead

    from capacity

    cross join firm

    inner join bookings
        on
            capacity.person_id = bookings.person_id
            and capacity.capacity_date = bookings.calendar_date

    where capacity.off_hours > 0 or capacity.pending_hours > 0

    union all by name

    select
        bookings.person_id,
        bookings.project_record_id,
        bookings.n_projects,
        bookings.allocated_hours,
        cast(0 as decimal(9, 4)) as capacity_hours,
        'after_leaving' as conflict_kind,
        bookings.allocated_hours as conflict_hours,
        false as is_time_off_in_psa,
        bookings.calendar_date as capacity_date,
        bookings.calendar_date > firm.as_of as is_ahead

    from bookings

    cross join firm

    inner join people
        on
            bookings.person_id = people.person_id
            and bookings.calendar_date > people.end_date

),

conflicts as (

    select

        ---------- ids
        judged.person_id,
        judged.project_record_id,

        ---------- strings
        judged.conflict_kind,
        {{ conflict_told('judged', 'people') }} as explanation,

        ---------- numerics
        judged.n_projects,
        cast(judged.allocated_hours as decimal(18, 4)) as allocated_hours,
        judged.capacity_hours,
        cast(judged.conflict_hours as decimal(18, 4)) as conflict_hours,

        ---------- booleans
        judged.is_ahead,
        judged.is_time_off_in_psa,

        ---------- dates
        judged.capacity_date as conflict_date

    from judged

    inner join people
        on judged.person_id = people.person_id

    where judged.conflict_hours > 0

)

select * from conflicts
