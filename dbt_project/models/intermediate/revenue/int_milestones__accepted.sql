{#  Progress by accepted milestones: what share of all milestone money the client
    accepted. #}
with

milestones as (

    select * from {{ ref('int_psa_milestones__unioned') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where progress_method = 'milestones'

),

totals as (

    select
        source_system,
        project_id,
        sum(milestone_amount) as total_amount

    from milestones

    group by all

),

daily as (

    select
        milestones.source_system,
        milestones.project_id,
        {{ local_date('milestones.accepted_at') }} as progress_date,
        max(milestones.source_system || ':milestone:' || milestones.milestone_id)
            as record_id,
        sum(milestones.milestone_amount) as accepted_amount

    from milestones

    inner join projects
        on
            milestones.source_system = projects.source_system
            and milestones.project_id = projects.project_id

    where milestones.accepted_at is not null

    group by all

),

accepted as (

    select
        daily.source_system,
        daily.project_id,
        daily.progress_date,
        daily.record_id,
        sum(daily.accepted_amount) over (
            partition by daily.source_system, daily.project_id
            order by daily.progress_date
        ) as complete_weight,
        totals.total_amount as weight_total

    from daily

    inner join totals
        on
            daily.source_system = totals.source_system
            and daily.project_id = totals.project_id

    where totals.total_amount > 0

)

select * from accepted
