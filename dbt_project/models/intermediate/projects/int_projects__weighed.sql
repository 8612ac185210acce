with

paired as (

    select * from {{ ref('int_projects__paired') }}

),

left_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

right_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

decided as (

    select * from {{ ref('int_project_decisions__oriented') }}

),

weights as (

    select * from {{ ref('identity_weights') }}

    where entity = 'project'

),

found as (

    select
        paired.left_record,
        paired.right_record,
        unnest([
            if(paired.is_stated, 'stated link', null),
            if(paired.is_coded, 'project code', null),
            'name',
            'client',
            'deal',
            'baseline'
        ]) as evidence,
        unnest([
            'agree',
            'agree',
            case
                when left_projects.name_key = right_projects.name_key then 'agree'
                when {{ words_inside(
                    'left_projects.name_words', 'right_projects.name_words'
                ) }}
                    then 'inside'
                else 'differs'
            end,
            {{ agreement('client_group') }},
            {{ agreement('crm_deal_id') }},
            {{ agreement('baseline_amount') }}
        ]) as level,
        unnest([
            left_projects.record_id, left_projects.project_code,
            left_projects.project_name, left_projects.client_record,
            left_projects.crm_deal_id, cast(left_projects.baseline_amount as varchar)
        ]) as left_value,
        unnest([
            right_projects.record_id, right_projects.project_name,
            right_projects.project_name, right_projects.client_record,
            right_projects.crm_deal_id, cast(right_projects.baseline_amount as varchar)
        ]) as right_value

    from paired

    inner join left_projects
        on paired.left_record = left_projects.record_id

    inner join right_projects
        on paired.right_record = right_projects.record_id

    union all

    select
        records[1],
        records[2],
        'decision',
        decision,
        records[1],
        records[2]

    from decided

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
        {{ as_bits('-log2((select count(*) from left_projects))') }} as bits

    from found

)

select * from weighed
