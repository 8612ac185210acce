{#  The best record there is of when work is planned: the resource plan, else
    milestones, else working days between start and end. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where planned_amount != 0 and not is_test

),

planned_work as (

    select * from {{ ref('int_planned_work__kept') }}

),

milestones as (

    select * from {{ ref('int_psa_milestones__unioned') }}

),

project_milestones as (

    select distinct source_system || ':project:' || project_id as record_id

    from milestones

),

dated as (

    select
        projects.*,
        case
            when
                projects.project_id
                in (select planned_work.project_id from planned_work)
                then 'resource_plan'
            when
                projects.record_id
                in (select project_milestones.record_id from project_milestones)
                then 'milestones'
            when projects.start_date <= projects.end_date then 'working_days'
            else 'no_date'
        end as spread_method

    from projects

)

select * from dated
