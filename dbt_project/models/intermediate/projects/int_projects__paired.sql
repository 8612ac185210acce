with

left_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

right_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

{#  A PSA project meets accounting projects, and projects of its own system, where the
    client or a statement brings them together. #}
paired as (

    select
        left_projects.record_id as left_record,
        right_projects.record_id as right_record,
        left_projects.source_system = right_projects.source_system as is_one_system,
        right_projects.psa_project_id = left_projects.source_record_id
        and right_projects.role = 'accounting' as is_stated,
        {{ holds_code('right_projects.project_name', 'left_projects.project_code') }}
        and right_projects.role = 'accounting' as is_coded,
        left_projects.client_group = right_projects.client_group as is_same_client,
        left_projects.name_key = right_projects.name_key as is_same_name,
        {{ words_inside('left_projects.project_name', 'right_projects.project_name') }}
            as is_name_inside,
        left_projects.crm_deal_id as left_deal,
        right_projects.crm_deal_id as right_deal,
        left_projects.baseline_amount as left_baseline,
        right_projects.baseline_amount as right_baseline,
        left_projects.project_name as left_name,
        right_projects.project_name as right_name,
        left_projects.client_record as left_client,
        right_projects.client_record as right_client,
        left_projects.project_code

    from left_projects

    inner join right_projects
        on
            left_projects.role = 'psa'
            and (
                right_projects.role = 'accounting'
                or (
                    left_projects.source_system = right_projects.source_system
                    and left_projects.record_id < right_projects.record_id
                )
            )

),

met as (

    select * from paired

    where is_stated or is_coded or (is_same_client and (is_same_name or is_name_inside))

)

select * from met
