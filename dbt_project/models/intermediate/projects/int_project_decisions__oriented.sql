with

left_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

right_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'project' and decision in ('same', 'different', 'unsure')

),

{#  A pair is written with the PSA's record on the left, as pairs are found. #}
decided as (

    select
        if(
            right_projects.role = 'psa'
            and (
                left_projects.role = 'accounting'
                or right_projects.record_id < left_projects.record_id
            ),
            [right_projects.record_id, left_projects.record_id],
            [left_projects.record_id, right_projects.record_id]
        ) as records,
        decisions.decision

    from decisions

    inner join left_projects
        on decisions.left_record = left_projects.record_id

    inner join right_projects
        on decisions.right_record = right_projects.record_id

)

select * from decided
