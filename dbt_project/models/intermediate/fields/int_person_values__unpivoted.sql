with

psa_people as (

    select * from {{ ref('int_psa_people__unioned') }}

),

employees as (

    select * from {{ ref('int_hr_employees__unioned') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

collected as (

    select
        source_system || ':person:' || person_id as record_id,
        'psa' as role,
        person_name,
        work_email,
        role as person_role,
        cast(end_date as varchar) as end_date

    from psa_people

    where coalesce(is_active, true)

    union all

    select
        source_system || ':employee:' || employee_number as record_id,
        'hr' as role,
        employee_name as person_name,
        work_email,
        role as person_role,
        cast(end_date as varchar) as end_date

    from employees

),

unpivoted as (

    select * from collected

    unpivot (
        stated_value for stated_field in (
            person_name, work_email, person_role, end_date
        )
    )

),

{#  The matrix has one field for name and address, and one for all dates. #}
identified as (

    select
        'person' as entity,
        records.person_id as entity_id,
        cast(null as varchar) as client_id,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        unpivoted.role,
        case unpivoted.stated_field
            when 'work_email' then 'person_name'
            when 'person_role' then 'role'
            when 'end_date' then 'contract_terms'
            else unpivoted.stated_field
        end as field,
        unpivoted.stated_field,
        unpivoted.stated_value,
        cast(null as timestamp) as updated_at

    from unpivoted

    inner join records
        on unpivoted.record_id = records.record_id

    where trim(unpivoted.stated_value) != ''

)

select * from identified
