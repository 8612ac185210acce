{#  Ids may move when records or decisions change. When many would move although nothing
    they stand on has changed, the rules did, or a mistake was made: then last night's
    ids stay until somebody accepts the move in accepted_differences. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

moved as (

    select * from {{ ref('int_identities__moved') }}

),

limits as (

    select * from {{ ref('identity_limits') }}

),

accepted as (

    select scope_id as entity from {{ source('rules', 'accepted_differences') }}

    where
        scope_kind = 'identities'
        and coalesce(until, date '9999-12-31') >= (select firm.as_of from firm)

),

summed as (

    select
        if(entity = 'legal_entity', 'client', entity) as family,
        count(*) filter (where would_move and not has_cause) as n_moved,
        count(*) filter (where held_id is not null) as n_held,
        coalesce(sum(worth_amount) filter (where would_move and not has_cause), 0)
            as moved_amount,
        sum(worth_amount) filter (where held_id is not null) as held_amount

    from moved

    group by all

),

budget as (

    select
        max(allowed) filter (where limit_name = 'moved ids') as n_ids,
        max(allowed) filter (where limit_name = 'moved ids share') as ids_share,
        max(allowed) filter (where limit_name = 'moved money share') as money_share

    from limits

),

judged as (

    select
        summed.family,
        summed.n_moved,
        summed.family not in (select accepted.entity from accepted)
        and (
            (
                summed.n_moved > budget.n_ids
                and summed.n_moved > summed.n_held * budget.ids_share
            )
            or coalesce(
                summed.moved_amount > summed.held_amount * budget.money_share, false
            )
        ) as is_exceeded

    from summed

    cross join budget

),

budgeted as (

    select
        moved.entity,
        moved.record_id,
        moved.fingerprint,
        moved.because,
        moved.entity_id as answered_id,
        moved.worth_amount,
        judged.n_moved,
        judged.is_exceeded and moved.would_move and not moved.has_cause
            as is_held_back,
        if(
            judged.is_exceeded and moved.would_move and not moved.has_cause,
            moved.held_id,
            moved.entity_id
        ) as entity_id

    from moved

    inner join judged
        on if(moved.entity = 'legal_entity', 'client', moved.entity) = judged.family

)

select * from budgeted
