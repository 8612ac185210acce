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

clients as (

    select * from {{ ref('int_clients__unioned') }}

),

tonight as (

    select
        'client' as entity,
        client_groups.record_id,
        client_groups.group_id,
        clients.created_at

    from client_groups

    inner join clients
        on client_groups.record_id = clients.record_id

    union all

    select
        'legal_entity',
        legal_entity_groups.record_id,
        legal_entity_groups.group_id,
        clients.created_at

    from legal_entity_groups

    inner join clients
        on legal_entity_groups.record_id = clients.record_id

    union all

    select
        'project',
        record_id,
        group_id,
        created_at
    from project_groups

    union all

    select
        'person',
        record_id,
        group_id,
        created_at
    from person_groups

)

select * from tonight
