{#  Contractors live in the PSA only, and that is right. Who carries an employee number,
    or an address of the firm's own domain, is somebody HR should know. #}
with

psa_people as (

    select * from {{ ref('int_psa_people__unioned') }}

    where coalesce(is_active, true)

),

employees as (

    select * from {{ ref('int_hr_employees__unioned') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

known as (

    select distinct person_id from records

    where source_record_type = 'employee'

),

firm_domains as (

    select {{ normal_domain('work_email') }} as domain

    from employees

    where work_email is not null

    group by all

    having count(*) >= 2

),

compared as (

    select
        'person_is_known_to_hr' as claim,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        cast(null as varchar) as client_id,
        case
            when
                known.person_id is null
                and (
                    psa_people.employee_number is not null
                    or firm_domains.domain is not null
                )
                then
                    psa_people.person_name || ' (' || psa_people.person_id
                    || ') in PSA is not in HR. '
                    || 'Add the person there, or correct the number.'
        end as sentence,
        'hr' as role

    from psa_people

    inner join records
        on
            records.record_id
            = {{ record_id(
                'psa_people.source_system', "'person'", 'psa_people.person_id'
            ) }}

    left join known
        on records.person_id = known.person_id

    left join firm_domains
        on {{ normal_domain('psa_people.work_email') }} = firm_domains.domain

)

select * from compared
