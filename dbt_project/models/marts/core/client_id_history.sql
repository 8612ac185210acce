with

memberships as (

    select * from {{ ref('int_identities__kept') }}

    where entity = 'client'

),

identified as (

    select * from {{ ref('int_clients__identified') }}

),

lives as (

    select
        entity_id,
        min(valid_from) as first_date,
        bool_or(is_current) as is_held,
        min(record_id) filter (where membership_number = 1) as first_record

    from memberships

    group by all

),

{#  A record that left one id for another. #}
moves as (

    select
        memberships.entity_id as from_id,
        later.entity_id as to_id,
        later.valid_from as moved_date,
        count(*) as n_records,
        min(memberships.record_id) as a_record

    from memberships

    inner join memberships as later
        on
            memberships.record_id = later.record_id
            and memberships.membership_number + 1 = later.membership_number

    group by all

),

origins as (

    select
        to_id,
        min_by(from_id, (-n_records, from_id)) as from_id

    from moves

    group by all

),

present as (

    select distinct client_id from identified

),

minted as (

    select
        lives.entity_id as client_id,
        if(origins.from_id is null, 'minted', 'split_from') as event,
        origins.from_id as other_client_id,
        lives.first_date as event_date,
        if(
            origins.from_id is null,
            'First seen with ' || coalesce(lives.first_record, 'no record') || '.',
            'Its records were ' || origins.from_id || ' before the evidence changed.'
        ) as explanation

    from lives

    left join origins
        on
            lives.entity_id = origins.to_id
            and lives.first_record is null

),

merged as (

    select
        moves.from_id as client_id,
        'merged_into' as event,
        moves.to_id as other_client_id,
        moves.moved_date as event_date,
        'All its records belong to ' || moves.to_id || ' now.' as explanation

    from moves

    inner join lives
        on
            moves.from_id = lives.entity_id
            and not lives.is_held

    qualify row_number() over (
        partition by moves.from_id
        order by moves.moved_date desc, moves.n_records desc, moves.to_id asc
    ) = 1

),

retired as (

    select
        lives.entity_id as client_id,
        'retired' as event,
        cast(null as varchar) as other_client_id,
        cast(null as date) as event_date,
        'No source system sends a record of it any more.' as explanation

    from lives

    left join present
        on lives.entity_id = present.client_id

    where lives.is_held and present.client_id is null

),

client_id_history as (

    select * from minted
    union all
    select * from merged
    union all
    select * from retired

)

select * from client_id_history
