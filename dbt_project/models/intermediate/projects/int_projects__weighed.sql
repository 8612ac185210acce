with

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

met as (

    select * from {{ ref('int_projects__paired') }}

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
        -log2((select count(*) from projects)) as bits

    from found

)

select * from weighed
