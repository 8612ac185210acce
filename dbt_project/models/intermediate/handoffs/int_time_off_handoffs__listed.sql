{#  From HR to the PSA: who is away. People whom the PSA does not know hand nothing
    over. #}
with

employees as (

    select
        {{ record_id('source_system', "'employee'", 'employee_number') }} as record_id,
        *

    from {{ ref('int_hr_employees__unioned') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

known as (

    select distinct person_id from records

    where source_record_type = 'person'

),

hr_time_off as (

    select * from {{ ref('int_hr_time_off__unioned') }}

    where status = 'approved' and approved_at is not null

),

psa_time_off as (

    select * from {{ ref('int_psa_time_off__unioned') }}

),

copied_days as (

    select
        records.person_id,
        psa_time_off.off_date,
        min(psa_time_off.created_at) as created_at

    from psa_time_off

    inner join records
        on
            {{ record_id(
                'psa_time_off.source_system', "'person'", 'psa_time_off.person_id'
            ) }} = records.record_id

    group by all

),

listed as (

    select
        'time_off_to_psa' as event,
        employees.record_id || '/' || hr_time_off.off_date as record_id,
        employees.source_system,
        'Time off of employee ' || employees.employee_number || ' on '
        || hr_time_off.off_date as subject,
        {{ local_date('hr_time_off.approved_at') }} as triggered_date,
        {{ local_date('copied_days.created_at') }} as done_date

    from hr_time_off

    inner join employees
        on
            hr_time_off.source_system = employees.source_system
            and hr_time_off.employee_number = employees.employee_number

    inner join records
        on employees.record_id = records.record_id

    inner join known
        on records.person_id = known.person_id

    left join copied_days
        on
            records.person_id = copied_days.person_id
            and hr_time_off.off_date = copied_days.off_date

)

select * from listed
