with

firm as (

    select * from {{ source('rules', 'firm') }}

),

listed as (

    select * from {{ ref('int_clean_up_tasks__listed') }}

),

ordered as (

    select
        *,
        row_number() over (
            partition by role
            order by
                task_kind = 'merge' desc,
                task_kind = 'write_id' desc,
                coalesce(money_at_stake, 0) desc,
                record_id asc,
                stated_field asc,
                id_of_role asc
        ) as position

    from listed

),

clean_up_tasks as (

    select

        ---------- ids
        ordered.task_kind || ':' || ordered.record_id || '/'
        || coalesce(ordered.stated_field, ordered.id_of_role, '') as task_id,
        ordered.record_id,
        ordered.merged_record_ids,
        ordered.id_to_write,
        ordered.client_id,

        ---------- strings
        ordered.task_kind,
        ordered.entity,
        ordered.role,
        {{ owner_of('ordered.role') }} as owner_role,
        ordered.name_to_use,
        ordered.stated_field,
        ordered.value_to_use,
        {{ task_told('ordered') }} as sentence,

        ---------- numerics
        coalesce(ordered.n_merged, 0) as n_merged,
        ordered.position,
        cast(coalesce(ordered.money_at_stake, 0) as decimal(18, 2)) as money_at_stake,
        firm.reporting_currency as currency_code,

        ---------- lineage
        split_part(ordered.record_id, ':', 1) as source_system,
        split_part(ordered.record_id, ':', 2) as source_record_type,
        split_part(ordered.record_id, ':', 3) as source_record_id

    from ordered

    cross join firm

)

select * from clean_up_tasks
