{#  The same person twice among the active people of one system. Two records with one
    name are two people only when number or address tells them apart. Someone who was
    hired again has two employee numbers, one after the other, and is no duplicate. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

psa_people as (

    select * from {{ ref('int_psa_people__unioned') }}

),

employees as (

    select * from {{ ref('int_hr_employees__unioned') }}

),

records as (

    select * from {{ ref('int_people__identified') }}

),

active as (

    select
        {{ record_id('source_system', "'person'", 'person_id') }} as record_id,
        'psa' as role,
        person_name,
        employee_number,
        lower(trim(work_email)) as work_email,
        created_at

    from psa_people

    where coalesce(is_active, true)

    union all

    select
        {{ record_id('source_system', "'employee'", 'employee_number') }} as record_id,
        'hr' as role,
        employee_name as person_name,
        employee_number,
        lower(trim(work_email)) as work_email,
        cast(start_date as timestamp) as created_at

    from employees

    where coalesce(is_active, true)

),

ranked as (

    select
        records.*,
        active.role,
        active.person_name,
        {{ sorted_words(normal_name('active.person_name')) }} as name_key,
        active.employee_number,
        active.work_email,
        row_number() over (
            order by
                active.employee_number is null,
                active.work_email is null,
                active.created_at nulls last,
                records.record_id
        ) as age_rank

    from records

    inner join active
        on records.record_id = active.record_id

),

others as (

    select * from ranked

),

twins as (

    select
        ranked.record_id,
        min_by(others.source_record_id, others.age_rank) as survivor_id

    from ranked

    inner join others
        on
            ranked.source_system = others.source_system
            and ranked.source_record_type = others.source_record_type
            and ranked.age_rank > others.age_rank
            and (
                ranked.person_id = others.person_id
                or (
                    ranked.name_key = others.name_key
                    and coalesce(ranked.employee_number = others.employee_number, true)
                    and coalesce(ranked.work_email = others.work_email, true)
                )
            )

    group by all

),

judged as (

    select
        'one_record_per_person' as claim,
        ranked.record_id,
        '' as subject,
        ranked.source_system,
        ranked.source_record_type,
        ranked.source_record_id,
        cast(null as varchar) as client_id,
        ranked.person_name || ' (' || ranked.source_record_id || ') in '
        || {{ system_told('ranked.role') }} || ' looks like a copy of '
        || twins.survivor_id || '. Keep one and deactivate the other there.'
            as sentence,
        'warning' as severity,
        {{ owner_of('ranked.role') }} as owner_role,
        ranked.role as fix_in,
        cast(0 as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code

    from ranked

    cross join firm

    left join twins
        on ranked.record_id = twins.record_id

)

select * from judged
