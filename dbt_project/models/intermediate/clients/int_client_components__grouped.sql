with recursive

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

settings as (

    select
        json_object(
            'minimum', max(bits) filter (where level = 'automatic'),
            'missing', max(bits) filter (where level = 'never compared')
        ) as setting

    from {{ ref('identity_weights') }}

    where entity = 'client' and evidence = 'band'

),

links as (

    select
        left_record as from_record,
        right_record as to_record

    from scored

    where band in ('automatic', 'same')

    union all

    select
        right_record as from_record,
        left_record as to_record

    from scored

    where band in ('automatic', 'same')

),

reached as (

    select
        record_id,
        record_id as component

    from collapsed

    union

    select
        links.to_record as record_id,
        reached.component

    from reached

    inner join links
        on reached.record_id = links.from_record

    where reached.component < links.to_record

),

components as (

    select
        record_id,
        min(component) as component

    from reached

    group by all

),

pairs as (

    select
        components.component,
        json_group_array(json_array(
            scored.left_record, scored.right_record, scored.grouping_bits, scored.stance
        )) as pairs_of_component

    from scored

    inner join components
        on scored.left_record = components.record_id

    inner join components as right_components
        on
            scored.right_record = right_components.record_id
            and components.component = right_components.component

    group by all

),

grouped as (

    select
        component,
        group_records(pairs_of_component, (select settings.setting from settings))
            as answer

    from pairs

)

select * from grouped
