with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

values_of_items as (

    select distinct
        item_id,
        unnest({{ compared_kinds() }}) as evidence,
        unnest({{ compared_values() }}) as item_value

    from collapsed

),

value_counts as (

    select
        evidence,
        item_value,
        count(distinct item_id)
        / (select count(distinct collapsed.item_id) from collapsed) as frequency

    from values_of_items

    where item_value is not null

    group by all

)

select * from value_counts
