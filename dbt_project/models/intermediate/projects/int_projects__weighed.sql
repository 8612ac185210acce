with

left_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

right_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

decisions as (

    select
        least(left_record, right_record) as left_record,
        greatest(left_record, right_record) as right_record,
        decision

    from {{ source('rules', 'identity_decisions') }}

    where entity = 'project' and decision in ('same', 'different')

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'project'

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

),

found as (

    select
        left_record,
        right_record,
        unnest([
            if(is_stated, 'stated link', null),
            if(is_coded, 'project code', null),
            'name',
            'client',
            'deal',
            'baseline'
        ]) as evidence,
        unnest([
            'agree',
            'agree',
            case
                when is_same_name then 'agree'
                when is_name_inside then 'inside'
                else 'differs'
            end,
            if(is_same_client, 'agree', 'differs'),
            if(left_deal = right_deal, 'agree', 'differs'),
            if(left_baseline = right_baseline, 'agree', 'differs')
        ]) as level,
        unnest([
            left_record, project_code, left_name, left_client, left_deal,
            cast(left_baseline as varchar)
        ]) as left_value,
        unnest([
            right_record, right_name, right_name, right_client, right_deal,
            cast(right_baseline as varchar)
        ]) as right_value

    from met

    union all

    select
        left_record,
        right_record,
        'decision',
        decision,
        left_record,
        right_record

    from decisions

),

weighed as (

    select
        found.left_record,
        found.right_record,
        found.evidence,
        found.level,
        found.left_value,
        found.right_value,
        weights.bits

    from found

    inner join weights
        on
            found.evidence = weights.evidence
            and found.level = weights.level

    where found.left_value is not null and found.right_value is not null

    union all

    select distinct
        left_record,
        right_record,
        'prior' as evidence,
        'any two records' as level,
        cast(null as varchar) as left_value,
        cast(null as varchar) as right_value,
        -log2((select count(*) from left_projects)) as bits

    from found

)

select * from weighed
