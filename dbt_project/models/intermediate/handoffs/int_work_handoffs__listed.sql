{#  From a project to its first hour, and from hours to their approval. A paused project
    may wait. An approval that the PSA does not date stands on the day of the work: it
    counts as given at once. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

projects as (

    select * from {{ ref('projects') }}

    where
        not is_test
        and not is_template
        and not is_deleted
        and coalesce(billing_type, '') != 'internal'

),

planned as (

    select * from {{ ref('int_projects__planned') }}

),

held as (

    select distinct project_id

    from {{ ref('int_holds__valued') }}

),

entries as (

    select * from {{ ref('time_entries') }}

),

first_hours as (

    select
        project_id,
        min(work_date) as first_date,
        min_by(time_entry_id, (work_date, time_entry_id)) as done_record_id

    from entries

    group by all

),

listed as (

    select
        'project_to_first_time' as event,
        projects.record_id,
        projects.source_system,
        projects.client_id,
        projects.project_id,
        projects.project_name as subject,
        projects.start_date as triggered_date,
        first_hours.first_date as done_date,
        first_hours.done_record_id,
        coalesce(first_hours.first_date < projects.start_date, false)
            as is_out_of_order,
        planned.planned_amount as handed_amount,
        projects.currency_code

    from projects

    cross join firm

    inner join planned
        on projects.project_id = planned.project_id

    left join first_hours
        on projects.project_id = first_hours.project_id

    left join held
        on projects.project_id = held.project_id

    where
        projects.start_date <= firm.as_of
        and projects.status in ('active', 'completed')
        and (held.project_id is null or first_hours.project_id is not null)

    union all by name

    select
        'submitted_to_approved' as event,
        entries.time_entry_id as record_id,
        entries.source_system,
        projects.client_id,
        entries.project_id,
        'Time entry ' || entries.source_record_id as subject,
        entries.submitted_date as triggered_date,
        case entries.approved_date
            when entries.work_date
                then greatest(entries.approved_date, entries.submitted_date)
            else entries.approved_date
        end as done_date,
        entries.approved_by,
        coalesce(
            entries.approved_date < entries.submitted_date
            and entries.approved_date != entries.work_date,
            false
        ) as is_out_of_order,
        entries.work_amount as handed_amount,
        projects.currency_code

    from entries

    inner join projects
        on entries.project_id = projects.project_id

    where entries.submitted_date is not null

)

select * from listed
