with

client_groups as (

    select * from {{ ref('int_clients__grouped') }}

),

legal_entity_groups as (

    select * from {{ ref('int_legal_entities__grouped') }}

),

project_groups as (

    select * from {{ ref('int_projects__grouped') }}

),

person_groups as (

    select * from {{ ref('int_people__grouped') }}

),

reasons as (

    select * from {{ ref('int_client_reasons__found') }}

),

fingerprints as (

    select * from {{ ref('int_records__fingerprinted') }}

),

grouped as (

    select
        'client' as entity,
        record_id,
        group_id
    from client_groups
    union all
    select
        'legal_entity',
        record_id,
        group_id
    from legal_entity_groups
    union all
    select
        'project',
        record_id,
        group_id
    from project_groups
    union all
    select
        'person',
        record_id,
        group_id
    from person_groups

),

tonight as (

    select
        grouped.entity,
        grouped.record_id,
        grouped.group_id,
        fingerprints.created_at,
        fingerprints.fingerprint,
        reasons.explanation as because

    from grouped

    inner join fingerprints
        on grouped.record_id = fingerprints.record_id

    left join reasons
        on
            grouped.entity = 'client'
            and grouped.record_id = reasons.record_id

)

select * from tonight
