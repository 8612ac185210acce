with

tonight as (

    select * from {{ ref('int_identities__grouped') }}

),

firm as (

    select * from {{ source('rules', 'firm') }}

),

held as (

    {{ last_night({
        'entity': 'varchar', 'record_id': 'varchar', 'entity_id': 'varchar',
        'membership_number': 'integer', 'is_current': 'boolean',
        'valid_from': 'date', 'valid_to': 'date'
    }) }}

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

answered as (

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

assigned as (

    select
        tonight.entity,
        tonight.record_id,
        answered.entity_id

    from tonight

    inner join answered
        on
            tonight.entity = answered.entity
            and tonight.group_id = answered.group_id

),

{#  A record that vanished keeps its membership and finds it again when it returns. #}
carried as (

    select
        held.* exclude (is_current, valid_to),
        held.is_current
        and held.entity_id = coalesce(assigned.entity_id, held.entity_id)
            as is_current,
        if(
            held.is_current and held.entity_id != assigned.entity_id,
            (select firm.as_of from firm),
            held.valid_to
        ) as valid_to

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
        true as is_current,
        cast(null as date) as valid_to

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
    union all
    select * from begun

)

select * from kept
