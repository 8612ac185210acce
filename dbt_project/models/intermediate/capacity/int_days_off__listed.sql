{#  Days on which a person need not work: entered in the PSA, approved in HR, or a
    holiday of the place. Who is not in the PSA is listed by the HR record alone. The reason is
    nobody's business and is never loaded. #}
with

records as (

    select * from {{ ref('int_people__identified') }}

),

psa_people as (

    select
        {{ record_id('source_system', "'person'", 'person_id') }} as record_id,
        source_system,
        person_id as psa_person_id

    from {{ ref('int_psa_people__unioned') }}

),

psa_records as (

    select records.*

    from records

    inner join psa_people
        on records.record_id = psa_people.record_id

),

employees as (

    select
        {{ record_id('source_system', "'employee'", 'employee_number') }} as record_id,
        source_system,
        employee_number,
        location

    from {{ ref('int_hr_employees__unioned') }}

),

paired as (

    select
        coalesce(psa_people.record_id, employees.record_id) as record_id,
        coalesce(psa_people.source_system, employees.source_system) as source_system,
        psa_people.psa_person_id,
        employees.source_system as hr_system,
        employees.employee_number,
        employees.location

    from employees

    inner join records as hr_records
        on employees.record_id = hr_records.record_id

    left join psa_records
        on hr_records.person_id = psa_records.person_id

    left join psa_people
        on psa_records.record_id = psa_people.record_id

),

listed as (

    select
        {{ record_id('source_system', "'person'", 'person_id') }} as record_id,
        source_system,
        person_id as psa_person_id,
        off_date,
        off_hours,
        'psa' as told_by

    from {{ ref('int_psa_time_off__unioned') }}

    union all

    select
        paired.record_id,
        paired.source_system,
        paired.psa_person_id,
        time_off.off_date,
        time_off.off_hours,
        'hr_' || time_off.status as told_by

    from paired

    inner join {{ ref('int_hr_time_off__unioned') }} as time_off
        on
            paired.hr_system = time_off.source_system
            and paired.employee_number = time_off.employee_number

    where time_off.status in ('approved', 'requested')

    union all

    select
        paired.record_id,
        paired.source_system,
        paired.psa_person_id,
        holidays.holiday_date as off_date,
        cast(24 as decimal(18, 4)) as off_hours,
        'holiday' as told_by

    from paired

    inner join {{ ref('int_hr_holidays__unioned') }} as holidays
        on
            paired.hr_system = holidays.source_system
            and paired.location = holidays.location

),

grouped as (

    select
        record_id,
        source_system,
        psa_person_id,
        off_date,
        coalesce(max(off_hours) filter (where told_by != 'hr_requested'), 0)
            as off_hours,
        coalesce(max(off_hours) filter (where told_by = 'hr_requested'), 0)
            as pending_hours,
        bool_or(told_by = 'holiday') as is_holiday,
        bool_or(told_by = 'psa') as is_in_psa

    from listed

    group by all

)

select * from grouped
