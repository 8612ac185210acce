with

projects as (

    select * from {{ ref('int_projects__unioned') }}

    where role = 'psa'

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

{#  A copy is decided inside one system. Anything weaker is a question. #}
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

)

select * from copies
