{#  Tonight's group of every record, and the id that the group would get. #}
with

tonight as (

    select * from {{ ref('int_identities__grouped') }}

),

held as (

    {{ memberships_of_last_night() }}

),

{#  Accounting's records weigh most: ids that stand on sent invoices move last. #}
held_rows as (

    select
        entity,
        json_group_array(json_array(
            record_id,
            entity_id,
            is_current,
            if(split_part(record_id, ':', 2) = 'customer', 3, 2)
        )) as rows_held

    from held

    group by all

),

tonights_rows as (

    select
        entity,
        json_group_array(json_array(
            record_id, group_id, cast(created_at as varchar)
        )) as rows_tonight

    from tonight

    group by all

),

answers as (

    select
        tonights_rows.entity,
        unnest(from_json(
            keep_ids(
                coalesce(held_rows.rows_held, '[]'),
                tonights_rows.rows_tonight,
                tonights_rows.entity
            ),
            '[{"group_id": "VARCHAR", "entity_id": "VARCHAR"}]'
        ), recursive := true)

    from tonights_rows

    left join held_rows
        on tonights_rows.entity = held_rows.entity

),

answered as (

    select
        tonight.entity,
        tonight.record_id,
        tonight.fingerprint,
        tonight.because,
        answers.entity_id,
        held.entity_id as held_id,
        held.fingerprint as held_fingerprint

    from tonight

    inner join answers
        on
            tonight.entity = answers.entity
            and tonight.group_id = answers.group_id

    left join held
        on
            tonight.entity = held.entity
            and tonight.record_id = held.record_id
            and held.is_current

)

select * from answered
