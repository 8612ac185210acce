{#  A spreadsheet beside a system of the same role is a shadow of it. Files that
    complete a system, or are the only source of a role, are none. #}
with

connections as (

    select
        role,
        source_system,
        system in ('imports', 'google_sheets') as is_tracker

    from {{ source('rules', 'connections') }}

    where beside is null

),

trackers as (

    select
        role,
        source_system

    from connections

    qualify is_tracker and bool_or(not is_tracker) over (partition by role)

),

records as (

    select
        'client' as entity,
        coalesce(legal_entity_id, client_id) as entity_id,
        client_id,
        record_id,
        record_name,
        role,
        source_system,
        source_record_type,
        source_record_id

    from {{ ref('client_records') }}

    where not is_deleted

    union all

    select
        'project' as entity,
        project_id as entity_id,
        client_id,
        record_id,
        record_name,
        role,
        source_system,
        source_record_type,
        source_record_id

    from {{ ref('project_records') }}

    where not is_deleted

),

tracked as (

    select records.* from records

    inner join trackers
        on
            records.role = trackers.role
            and records.source_system = trackers.source_system

),

official as (

    select records.* from records

    left join trackers
        on
            records.role = trackers.role
            and records.source_system = trackers.source_system

    where trackers.role is null

),

twins as (

    select
        tracked.*,
        min(official.record_id) as official_record_id

    from tracked

    left join official
        on
            tracked.role = official.role
            and tracked.entity_id = official.entity_id

    group by all

)

select * from twins
