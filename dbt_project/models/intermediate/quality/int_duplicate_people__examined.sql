{#  The same person twice among the active people of one system. Someone who was hired
    again has two employee numbers, one after the other, and is no duplicate. #}
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
        source_system || ':person:' || person_id as record_id,
        'psa' as role,
        person_name,
        created_at

    from psa_people

    where coalesce(is_active, true)

    union all

    select
        source_system || ':employee:' || employee_number as record_id,
        'hr' as role,
        employee_name as person_name,
        cast(start_date as timestamp) as created_at

    from employees

    where coalesce(is_active, true)

),

ranked as (

    select
        records.*,
        active.role,
        active.person_name,
        first_value(records.source_record_id) over (
            partition by
                records.source_system, records.source_record_type, records.person_id
            order by active.created_at nulls last, records.source_record_id
        ) as survivor_id

    from records

    inner join active
        on records.record_id = active.record_id

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
        case
            when ranked.source_record_id != ranked.survivor_id
                then
                    ranked.person_name || ' (' || ranked.source_record_id || ') in '
                    || {{ system_told('ranked.role') }} || ' looks like a copy of '
                    || ranked.survivor_id || '. Keep one and deactivate the other there.'
        end as sentence,
        'warning' as severity,
        {{ owner_of('ranked.role') }} as owner_role,
        ranked.role as fix_in,
        cast(0 as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code

    from ranked

    cross join firm

)

select * from judged
