{#  Whose id would change tonight, and whether anything it stands on has changed. #}
with

answered as (

    select * from {{ ref('int_identities__answered') }}

),

held as (

    {{ memberships_of_last_night() }}

),

worth as (

    select
        record_id,
        worth_amount
    from {{ ref('int_client_records__valued') }}

    union all

    select
        record_id,
        worth_amount
    from {{ ref('int_project_records__valued') }}

),

vanished as (

    select
        held.entity,
        held.entity_id

    from held

    left join answered
        on
            held.entity = answered.entity
            and held.record_id = answered.record_id

    where held.is_current and answered.record_id is null

),

{#  What a new, changed or vanished record touches has a cause to move. #}
touched as (

    select
        entity,
        unnest([held_id, entity_id]) as entity_id

    from answered

    where held_id is null or fingerprint is distinct from held_fingerprint

    union

    select * from vanished

),

marked as (

    select
        answered.*,
        coalesce(worth.worth_amount, 0) as worth_amount,
        answered.held_id != answered.entity_id as would_move,
        (answered.entity, answered.held_id) in (
            select (touched.entity, touched.entity_id) from touched
        )
        or (answered.entity, answered.entity_id) in (
            select (touched.entity, touched.entity_id) from touched
        ) as has_cause

    from answered

    left join worth
        on answered.record_id = worth.record_id

),

{#  A legal entity moves as its client does, so that it never stands under two. #}
moved as (

    select
        marked.* exclude (has_cause),
        coalesce(clients.has_cause, marked.has_cause) as has_cause

    from marked

    left join marked as clients
        on
            marked.entity = 'legal_entity'
            and clients.entity = 'client'
            and marked.record_id = clients.record_id

)

select * from moved
