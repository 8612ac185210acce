with

persons as (

    select * from {{ ref('person_records') }}

),

psa_people as (

    select
        {{ record_id('source_system', "'person'", 'person_id') }} as record_id,
        employee_number

    from {{ ref('int_psa_people__unioned') }}

    where coalesce(is_active, true)

),

people as (

    select
        'person' as entity,
        persons.record_id,
        persons.record_name,
        persons.role,
        persons.source_system,
        persons.source_record_type,
        persons.source_record_id,
        'hr' as target_role,
        employees.source_system as target_system,
        employees.record_id as target_record_id,
        employees.source_record_id as target_id,
        psa_people.employee_number is not null as is_naming

    from persons

    inner join psa_people
        on persons.record_id = psa_people.record_id

    inner join persons as employees
        on persons.person_id = employees.person_id and employees.role = 'hr'

    qualify row_number() over (
        partition by persons.record_id order by employees.record_id
    ) = 1

)

select * from people
