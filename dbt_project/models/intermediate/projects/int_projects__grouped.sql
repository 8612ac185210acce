with

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

copied as (

    select
        source_system || ':project:' || project_id as record_id,
        source_system || ':project:' || survivor_project_id as survivor_record

    from {{ ref('int_projects__copied') }}

),

linked as (

    select * from {{ ref('int_projects__linked') }}

),

{#  An accounting project goes where the PSA project goes that it stands for, and a copy
    where its survivor goes. #}
grouped as (

    select
        projects.record_id,
        coalesce(copied.survivor_record, linked.psa_record, projects.record_id)
            as group_id,
        projects.created_at,
        copied.survivor_record,
        linked.psa_record

    from projects

    left join linked
        on projects.record_id = linked.record_id

    left join copied
        on coalesce(linked.psa_record, projects.record_id) = copied.record_id

)

select * from grouped
