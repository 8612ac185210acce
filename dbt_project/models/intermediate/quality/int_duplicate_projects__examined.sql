with

firm as (

    select * from {{ source('rules', 'firm') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where not coalesce(is_deleted, false)

),

records as (

    select * from {{ ref('int_projects__identified') }}

),

copied as (

    select * from {{ ref('int_projects__copied') }}

),

faults as (

    select * from {{ ref('int_faults__weighed') }}

    where driver = 'duplicate_project'

),

judged as (

    select
        'one_record_per_project' as claim,
        records.record_id,
        '' as subject,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        faults.client_id,
        case
            when copied.project_id is not null
                then
                    'Project ' || projects.project_name || ' (' || projects.project_id
                    || ') in PSA looks like a copy of ' || copied.survivor_project_id
                    || '. Archive one and move its time.'
        end as sentence,
        'critical' as severity,
        'delivery' as owner_role,
        'psa' as fix_in,
        coalesce(faults.money_at_stake, 0) as money_at_stake,
        firm.reporting_currency as currency_code

    from projects

    inner join records
        on
            records.record_id
            = projects.source_system || ':project:' || projects.project_id

    cross join firm

    left join copied
        on
            projects.source_system = copied.source_system
            and projects.project_id = copied.project_id

    left join faults
        on records.record_id = faults.record_id

)

select * from judged
