{#  What is merged away needs no id and no correction. #}
with

copies as (

    select * from {{ ref('int_records__copied') }}

),

shared_ids as (

    select * from {{ ref('shared_ids') }}

    where id_to_write is not null

),

paired as (

    select * from {{ ref('int_field_values__paired') }}

    where not is_agreed

),

joined as (

    select
        'merge' as task_kind,
        entity,
        role,
        kept_record_id as record_id,
        min(client_id) as client_id,
        string_agg(record_id, ', ' order by record_id) as merged_record_ids,
        count(*) as n_merged,
        min(name_to_use) as name_to_use,
        sum(coalesce(money_at_stake, 0)) as money_at_stake

    from copies

    group by all

),

ids as (

    select
        'write_id' as task_kind,
        shared_ids.entity,
        shared_ids.role,
        shared_ids.record_id,
        shared_ids.client_id,
        shared_ids.id_to_write,
        shared_ids.target_role as id_of_role,
        shared_ids.money_at_stake

    from shared_ids

    where shared_ids.record_id not in (select copies.record_id from copies)

),

corrections as (

    select
        'correct' as task_kind,
        paired.entity,
        paired.role,
        paired.record_id,
        paired.client_id,
        case
            when right(paired.stated_field, 4) = 'name' then paired.owner_value
        end as name_to_use,
        paired.stated_field,
        paired.owner_value as value_to_use

    from paired

    where paired.record_id not in (select copies.record_id from copies)

),

united as (

    select * from joined

    union all by name

    select * from ids

    union all by name

    select * from corrections

)

select * from united
