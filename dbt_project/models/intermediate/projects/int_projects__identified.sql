with

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

grouped as (

    select * from {{ ref('int_projects__grouped') }}

),

linked as (

    select * from {{ ref('int_projects__linked') }}

),

kept as (

    select * from {{ ref('int_identities__kept') }}

    where entity = 'project' and is_current

),

clients as (

    select * from {{ ref('int_clients__identified') }}

),

identified as (

    select
        projects.record_id,
        projects.source_system,
        projects.source_record_type,
        projects.source_record_id,
        kept.entity_id as project_id,
        clients.client_id,
        case
            when linked.record_id is not null then linked.link_kind
            when grouped.survivor_record is not null then 'copy'
            else 'alone'
        end as link_kind,
        cast(coalesce(
            linked.match_bits,
            if(grouped.survivor_record is not null, 25, null)
        ) as decimal(9, 3)) as match_bits,
        coalesce(
            linked.explanation,
            'A copy of ' || grouped.survivor_record
            || ': same client, same name, same deal or baseline.',
            'The project itself.'
        ) as explanation

    from projects

    inner join grouped
        on projects.record_id = grouped.record_id

    left join linked
        on projects.record_id = linked.record_id

    left join kept
        on projects.record_id = kept.record_id

    left join clients
        on projects.client_record = clients.record_id

)

select * from identified
