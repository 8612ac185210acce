{#  From HR to the PSA: who joins and who leaves. Departments that keep nobody in the
    PSA hand nothing over. People are told by number: not every reader may know names. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

employees as (

    select
        {{ record_id('source_system', "'employee'", 'employee_number') }} as record_id,
        *

    from {{ ref('int_hr_employees__unioned') }}

),

psa_people as (

    select
        {{ record_id('source_system', "'person'", 'person_id') }} as record_id,
        *

    from {{ ref('int_psa_people__unioned') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

entries as (

    select
        source_system,
        person_id,
        min(work_date) as first_date,
        max(work_date) as last_date

    from {{ ref('int_psa_time_entries__unioned') }}

    where not coalesce(is_deleted, false) and hours > 0

    group by all

),

in_psa as (

    select
        records.person_id,
        min(psa_people.created_at) as created_at,
        bool_and(not coalesce(psa_people.is_active, true)) as is_inactive,
        max(psa_people.deactivated_at) as deactivated_at,
        min(entries.first_date) as first_worked_date,
        max(entries.last_date) as last_worked_date

    from psa_people

    inner join records
        on psa_people.record_id = records.record_id

    left join entries
        on
            psa_people.source_system = entries.source_system
            and psa_people.person_id = entries.person_id

    group by all

),

people as (

    select
        employees.*,
        records.person_id,
        in_psa.created_at,
        in_psa.is_inactive,
        in_psa.deactivated_at,
        in_psa.first_worked_date,
        in_psa.last_worked_date,
        in_psa.person_id is not null as is_in_psa,
        count(in_psa.person_id) over (partition by employees.department) > 0
            as is_kept_in_psa

    from employees

    inner join records
        on employees.record_id = records.record_id

    left join in_psa
        on records.person_id = in_psa.person_id

),

listed as (

    select
        'hire_to_psa' as event,
        people.record_id,
        people.source_system,
        'Employee ' || people.employee_number as subject,
        people.start_date as triggered_date,
        {{ local_date('people.created_at') }} as done_date,
        coalesce(people.first_worked_date < people.start_date, false) as is_out_of_order

    from people

    where people.is_kept_in_psa and people.start_date is not null

    union all by name

    select
        'leaver_to_psa' as event,
        people.record_id,
        people.source_system,
        'Employee ' || people.employee_number as subject,
        people.end_date as triggered_date,
        case
            when people.is_inactive
                then
                    coalesce({{ local_date('people.deactivated_at') }}, people.end_date)
        end as done_date,
        coalesce(people.last_worked_date > people.end_date, false) as is_out_of_order

    from people

    cross join firm

    where people.is_in_psa and people.end_date <= firm.as_of

)

select * from listed
