with

psa_people as (

    select * from {{ ref('int_psa_people__unioned') }}

),

employees as (

    select * from {{ ref('int_hr_employees__unioned') }}

),

accounts as (

    select
        source_system,
        owner_email
    from {{ ref('int_crm_accounts__unioned') }}

),

deals as (

    select
        source_system,
        owner_email
    from {{ ref('int_crm_deals__unioned') }}

),

{#  The CRM keeps no people, only the addresses of owners. Each address is a record. #}
owners as (

    select * from accounts
    where owner_email is not null
    union
    select * from deals
    where owner_email is not null

),

unioned as (

    select
        source_system,
        'employee' as source_record_type,
        employee_number as source_record_id,
        'hr' as role,
        employee_name as person_name,
        work_email,
        employee_number,
        cast(start_date as timestamp) as created_at,
        is_active

    from employees

    union all

    select
        source_system,
        'person',
        person_id,
        'psa',
        person_name,
        work_email,
        employee_number,
        created_at,
        is_active

    from psa_people

    union all

    select
        source_system,
        'owner',
        owner_email as source_record_id,
        'crm',
        cast(null as varchar),
        owner_email as work_email,
        cast(null as varchar),
        cast(null as timestamp),
        cast(null as boolean)

    from owners

),

keyed as (

    select
        {{ record_id('source_system', 'source_record_type', 'source_record_id') }}
            as record_id,
        *,
        nullif(upper(trim(employee_number)), '') as number_key,
        nullif(regexp_replace(
            lower(trim(work_email)), '^([^+@]*)(\+[^@]*)?@', '\1@'
        ), '') as email_key,
        {{ normal_name(first_name_first('person_name')) }} as name_key

    from unioned

)

select * from keyed
