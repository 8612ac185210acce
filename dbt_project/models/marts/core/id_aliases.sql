{#  An id that lost all its records stands for the id that most of them have now,
    however many merges lie between. #}
with

memberships as (

    select * from {{ ref('int_identities__kept') }}

),

current_memberships as (

    select * from memberships

    where is_current

),

followed as (

    select
        memberships.entity,
        memberships.entity_id as known_id,
        current_memberships.entity_id as current_id,
        count(distinct memberships.record_id) as n_records,
        bool_or(memberships.entity_id = current_memberships.entity_id) as is_current

    from memberships

    inner join current_memberships
        on
            memberships.entity = current_memberships.entity
            and memberships.record_id = current_memberships.record_id

    group by all

),

best as (

    select * from followed

    qualify row_number() over (
        partition by entity, known_id
        order by is_current desc, n_records desc, current_id asc
    ) = 1

),

id_aliases as (

    select

        ---------- ids
        known_id,
        current_id,

        ---------- strings
        entity,

        ---------- booleans
        is_current

    from best

)

select * from id_aliases
