{#  Records that speak of the same client, project or person. A deal speaks of its
    project; one with several projects is worth none of them alone. #}
with

clients as (

    select * from {{ ref('int_clients__identified') }}

),

projects as (

    select * from {{ ref('int_projects__identified') }}

),

persons as (

    select * from {{ ref('int_people__identified') }}

),

deal_projects as (

    select
        *,
        count(*) over (partition by source_system, deal_id) as n_projects

    from {{ ref('int_deal_projects__linked') }}

),

clients_of_projects as (

    select
        project_id,
        min(client_id) as client_id

    from projects

    group by all

),

listed as (

    select
        record_id,
        coalesce(legal_entity_id, client_id) as group_id,
        client_id,
        1 as n_groups

    from clients

    union all

    select
        record_id,
        project_id as group_id,
        client_id,
        1 as n_groups

    from projects

    union all

    select
        {{ record_id(
            'deal_projects.source_system', "'deal'", 'deal_projects.deal_id'
        ) }} as record_id,
        deal_projects.project_id as group_id,
        clients_of_projects.client_id,
        deal_projects.n_projects as n_groups

    from deal_projects

    left join clients_of_projects
        on deal_projects.project_id = clients_of_projects.project_id

    union all

    select
        record_id,
        person_id as group_id,
        cast(null as varchar) as client_id,
        1 as n_groups

    from persons

)

select * from listed
