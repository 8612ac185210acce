with

unioned as (

    select * from {{ ref('int_people__unioned') }}

),

identified as (

    select * from {{ ref('int_people__identified') }}

),

employees as (

    select * from {{ ref('int_hr_employees__unioned') }}

),

psa_people as (

    select * from {{ ref('int_psa_people__unioned') }}

),

{#  HR owns the person; who exists only in the PSA is external, not a mistake. #}
ranked as (

    select
        identified.person_id,
        unioned.*,
        employees.job_title,
        coalesce(employees.role, psa_people.role) as work_role,
        employees.department,
        employees.location,
        coalesce(employees.start_date, psa_people.start_date) as start_date,
        coalesce(employees.end_date, psa_people.end_date) as end_date,
        false as is_deleted,
        {{ owner_rank('unioned.role', ['hr', 'psa', 'crm']) }} as owner_rank,
        row_number() over (
            partition by identified.person_id
            order by unioned.created_at nulls last, unioned.record_id
        ) as age_rank

    from unioned

    inner join identified
        on unioned.record_id = identified.record_id

    left join employees
        on
            unioned.role = 'hr'
            and unioned.source_system = employees.source_system
            and unioned.source_record_id = employees.employee_number

    left join psa_people
        on
            unioned.role = 'psa'
            and unioned.source_system = psa_people.source_system
            and unioned.source_record_id = psa_people.person_id

),

people as (

    select

        ---------- ids
        person_id,

        ---------- strings
        coalesce({{ survivor('person_name', 'owner_rank') }}, min(work_email))
            as person_name,
        {{ survivor('work_email', 'owner_rank') }} as work_email,
        {{ survivor('employee_number', 'owner_rank') }} as employee_number,
        {{ survivor('work_role', 'owner_rank') }} as role,
        {{ survivor('job_title', 'owner_rank') }} as job_title,
        {{ survivor('department', 'owner_rank') }} as department,
        {{ survivor('location', 'owner_rank') }} as location,
        {{ survivor('source_system', 'owner_rank', 'person_name') }}
            as person_name_source,

        ---------- numerics
        count(*) as n_records,

        ---------- booleans
        {{ survivor('is_active', 'owner_rank') }} as is_active,
        not bool_or(role = 'hr') as is_external,

        ---------- dates
        {{ survivor('start_date', 'owner_rank') }} as start_date,
        {{ survivor('end_date', 'owner_rank') }} as end_date

    from ranked

    group by all

)

select * from people
