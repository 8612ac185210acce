{#  Progress without dates is known only as of today. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

progress as (

    select * from {{ ref('int_psa_progress__unioned') }}

),

accepted as (

    select * from {{ ref('int_milestones__accepted') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

),

stated as (

    select
        source_system,
        project_id,
        progress_date,
        source_system || ':progress:' || project_id || '/' || progress_date
            as record_id,
        max(percent_complete) as complete_weight,
        100 as weight_total

    from progress

    group by all

),

undated as (

    select
        projects.source_system,
        projects.project_id,
        firm.as_of as progress_date,
        projects.source_system || ':project:' || projects.project_id as record_id,
        projects.percent_complete as complete_weight,
        100 as weight_total

    from projects

    cross join firm

    left join stated
        on
            projects.source_system = stated.source_system
            and projects.project_id = stated.project_id

    where
        stated.project_id is null
        and projects.percent_complete is not null
        and coalesce(projects.progress_method, 'percent') != 'milestones'

),

dated as (

    select * from stated

    union all

    select * from undated

    union all

    select accepted.*

    from accepted

    where (accepted.source_system, accepted.project_id) not in (
        select (stated.source_system, stated.project_id) from stated
    )

),

known as (

    select
        dated.source_system || ':project:' || dated.project_id as project_record_id,
        dated.progress_date,
        dated.record_id,
        dated.complete_weight,
        dated.weight_total

    from dated

    inner join firm
        on dated.progress_date <= firm.as_of

)

select * from known
