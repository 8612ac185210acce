with

firm as (

    select * from {{ source('rules', 'firm') }}

),

held as (

    {{ memberships_of_last_night() }}

),

assigned as (

    select * from {{ ref('int_identities__budgeted') }}

),

{#  A record that vanished keeps its membership and finds it again when it returns. #}
carried as (

    select
        held.* exclude (is_current, valid_to, seen_date, fingerprint),
        held.is_current
        and held.entity_id = coalesce(assigned.entity_id, held.entity_id)
            as is_current,
        if(
            held.is_current and held.entity_id != assigned.entity_id,
            (select firm.as_of from firm),
            held.valid_to
        ) as valid_to,
        if(
            held.is_current and assigned.record_id is not null,
            (select firm.as_of from firm),
            held.seen_date
        ) as seen_date,
        if(
            held.is_current,
            coalesce(assigned.fingerprint, held.fingerprint),
            held.fingerprint
        ) as fingerprint

    from held

    left join assigned
        on
            held.entity = assigned.entity
            and held.record_id = assigned.record_id

),

begun as (

    select
        assigned.entity,
        assigned.record_id,
        assigned.entity_id,
        cast(coalesce(max(carried.membership_number), 0) + 1 as integer)
            as membership_number,
        (select firm.as_of from firm) as valid_from,
        assigned.because,
        true as is_current,
        cast(null as date) as valid_to,
        (select firm.as_of from firm) as seen_date,
        assigned.fingerprint

    from assigned

    left join carried
        on
            assigned.entity = carried.entity
            and assigned.record_id = carried.record_id

    group by all

    having not coalesce(bool_or(carried.is_current), false)

),

kept as (

    select * from carried
    union all by name
    select * from begun

)

select * from kept
