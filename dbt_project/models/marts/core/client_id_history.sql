with

memberships as (

    select * from {{ ref('int_identities__kept') }}

    where entity = 'client'

),

unioned as (

    select * from {{ ref('int_clients__unioned') }}

),

moves as (

    select * from {{ ref('int_client_ids__moved') }}

),

lives as (

    select
        memberships.entity_id,
        min(memberships.valid_from) as first_date,
        max(memberships.seen_date) as seen_date,
        bool_or(memberships.is_current) as is_held,
        bool_or(memberships.is_current and unioned.record_id is not null) as is_present,
        min(memberships.record_id) filter (where memberships.membership_number = 1)
            as first_record

    from memberships

    left join unioned
        on memberships.record_id = unioned.record_id

    group by all

),

origins as (

    select
        to_id,
        min_by(from_id, (moved_date, -n_records, from_id)) as from_id
    from moves
    group by all

),

minted as (

    select
        lives.entity_id as client_id,
        if(lives.first_record is null, 'split_from', 'minted') as event,
        if(lives.first_record is null, origins.from_id, null) as other_client_id,
        lives.first_date as event_date,
        coalesce(
            'First seen with ' || lives.first_record || '.',
            'Its records were ' || origins.from_id || ' before the evidence changed.'
        ) as explanation

    from lives

    left join origins
        on lives.entity_id = origins.to_id

),

{#  An id that gained records later than on its first day was kept. #}
kept as (

    select
        memberships.entity_id as client_id,
        'kept' as event,
        cast(null as varchar) as other_client_id,
        memberships.valid_from as event_date,
        count(*) || ' records joined, the first of them ' || min(memberships.record_id)
        || '.' || coalesce(
            ' ' || min_by(memberships.because, memberships.record_id), ''
        ) as explanation

    from memberships

    inner join lives
        on
            memberships.entity_id = lives.entity_id
            and memberships.valid_from > lives.first_date

    group by all

),

merged as (

    select
        moves.from_id as client_id,
        'merged_into' as event,
        moves.to_id as other_client_id,
        moves.moved_date as event_date,
        'All its records belong to ' || moves.to_id || ' now.'
        || coalesce(' ' || moves.because, '') as explanation

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
        entity_id as client_id,
        'retired' as event,
        cast(null as varchar) as other_client_id,
        seen_date as event_date,
        'No source system sends a record of it any more.' as explanation

    from lives

    where is_held and not is_present

),

client_id_history as (

    select * from minted
    union all
    select * from kept
    union all
    select * from merged
    union all
    select * from retired

)

select * from client_id_history
