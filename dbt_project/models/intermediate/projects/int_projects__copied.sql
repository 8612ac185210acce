with recursive

projects as (

    select * from {{ ref('int_projects__unioned') }}

    where role = 'psa'

),

reference_counts as (

    select * from {{ ref('int_project_references__counted') }}

),

copies as (

    select * from {{ ref('int_project_copies__paired') }}

),

both_ways as (

    select
        left_record as from_record,
        right_record as to_record
    from copies
    union all
    select
        right_record as from_record,
        left_record as to_record
    from copies

),

reached as (

    select
        from_record as record_id,
        from_record as origin

    from both_ways

    union

    select
        both_ways.to_record as record_id,
        reached.origin

    from reached

    inner join both_ways
        on reached.record_id = both_ways.from_record

),

families as (

    select
        record_id,
        min(origin) as family

    from reached

    group by all

),

copied as (

    select
        projects.source_system,
        projects.source_record_id as project_id,
        first_value(projects.source_record_id) over (
            partition by families.family
            order by
                projects.is_deleted asc,
                coalesce(reference_counts.n_references, 0) desc,
                projects.created_at nulls last,
                projects.source_record_id asc
        ) as survivor_project_id

    from families

    inner join projects
        on families.record_id = projects.record_id

    left join reference_counts
        on
            projects.source_system = reference_counts.source_system
            and projects.source_record_id = reference_counts.project_id

    qualify projects.source_record_id != survivor_project_id

)

select * from copied
