{#  Progress by hours: all hours logged so far against the estimate at completion, the
    plan or what is logged by now, whichever is more. #}
with

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where progress_method = 'hours'

),

described as (

    select * from {{ ref('int_projects__described') }}

),

entries as (

    select * from {{ ref('int_time_entries__priced') }}

),

planned_work as (

    select
        project_id,
        sum(planned_hours) as planned_hours

    from {{ ref('int_planned_work__kept') }}

    group by all

),

daily as (

    select
        projects.source_system,
        projects.project_id as source_project_id,
        described.project_id,
        entries.work_date as progress_date,
        max(entries.record_id) as record_id,
        sum(entries.hours) as hours

    from projects

    inner join described
        on
            projects.source_system = described.source_system
            and projects.project_id = described.source_record_id

    inner join entries
        on described.project_id = entries.project_id

    where not described.is_copy

    group by all

),

running as (

    select
        *,
        sum(hours) over (
            partition by source_system, source_project_id order by progress_date
        ) as hours_to_date,
        sum(hours) over (partition by source_system, source_project_id) as hours_logged

    from daily

),

cumulated as (

    select
        running.source_system,
        running.source_project_id as project_id,
        running.progress_date,
        running.record_id,
        running.hours_to_date as complete_weight,
        greatest(coalesce(planned_work.planned_hours, 0), running.hours_logged)
            as weight_total

    from running

    left join planned_work
        on running.project_id = planned_work.project_id

)

select * from cumulated

where weight_total > 0
