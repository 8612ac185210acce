with recursive

projects as (

    select * from {{ ref('int_projects__unioned') }}

    where role = 'psa'

),

reference_counts as (

    select * from {{ ref('int_project_references__counted') }}

),

decisions as (

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record,
        decision

    from {{ source('rules', 'identity_decisions') }}

    where entity = 'project'

),

other_projects as (

    select * from projects

),

{#  A copy is decided inside one system: anything weaker is a question, and no money moves. #}
copies as (

    select
        projects.record_id as left_record,
        other_projects.record_id as right_record

    from projects

    inner join other_projects
        on
            projects.source_system = other_projects.source_system
            and projects.client_group = other_projects.client_group
            and projects.name_key = other_projects.name_key
            and projects.record_id < other_projects.record_id
            and (
                projects.crm_deal_id = other_projects.crm_deal_id
                or projects.baseline_amount = other_projects.baseline_amount
            )

    left join decisions
        on
            projects.record_id = decisions.left_record
            and other_projects.record_id = decisions.right_record
            and decisions.decision in ('different', 'related')

    where decisions.decision is null

    union

    select
        left_record,
        right_record

    from decisions

    where
        decision = 'same'
        and left_record in (select projects.record_id from projects)
        and right_record in (select projects.record_id from projects)

),

both_ways as (

    select left_record as from_record, right_record as to_record from copies
    union all
    select right_record as from_record, left_record as to_record from copies

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
                projects.is_deleted,
                coalesce(reference_counts.n_references, 0) desc,
                projects.created_at nulls last,
                projects.source_record_id
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
