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

cleaned as (

    select
        {{ record_id('source_system', 'source_record_type', 'source_record_id') }}
            as record_id,
        *,
        nullif(regexp_replace(
            lower(trim(work_email)), '^([^+@]*)(\+[^@]*)?@', '\1@'
        ), '') as clean_email

    from unioned

),

aliases as (

    select
        lower(trim(alias)) as alias,
        min(lower(trim(address))) as address

    from {{ source('rules', 'mail_aliases') }}

    group by all

),

domains as (

    select * from aliases

    where alias like '@%'

),

{#  An address counts as the one that it stands for: a whole address first, else its
    domain. #}
keyed as (

    select
        cleaned.*,
        nullif(upper(trim(cleaned.employee_number)), '') as number_key,
        coalesce(
            aliases.address,
            split_part(cleaned.clean_email, '@', 1) || domains.address,
            cleaned.clean_email
        ) as email_key,
        {{ normal_name(first_name_first('cleaned.person_name')) }} as name_key

    from cleaned

    left join aliases
        on cleaned.clean_email = aliases.alias

    left join domains
        on '@' || split_part(cleaned.clean_email, '@', 2) = domains.alias

)

select * from keyed
