{#  What the system's own history tells counts, even when it arrives late. What only two
    nights show is added where the history says nothing about those days or that value. #}
with

changes as (

    select * from {{ ref('int_field_changes__unioned') }}

),

versions as (

    select * from {{ ref('int_field_values__remembered') }}

),

connections as (

    select
        source_system,
        any_value(role) as role

    from {{ source('rules', 'connections') }}

    group by all

),

followed as (

    select
        *,
        lag(stated_value) over (
            partition by source_system, record_type, source_record_id, column_name
            order by version_number
        ) as old_value

    from versions

),

told as (

    select
        source_system,
        role,
        record_type,
        record_id as source_record_id,
        field as column_name,
        old_value,
        new_value,
        changed_by,
        case
            when change_source in ('person', 'integration', 'import', 'formula')
                then change_source
            else 'unknown'
        end as means,
        'exact' as resolution,
        cast(null as date) as changed_after_date,
        changed_at

    from changes

),

seen as (

    select
        followed.source_system,
        connections.role,
        followed.record_type,
        followed.source_record_id,
        followed.column_name,
        followed.old_value,
        followed.stated_value as new_value,
        cast(null as varchar) as changed_by,
        'unknown' as means,
        'night' as resolution,
        followed.seen_after_date as changed_after_date,
        case
            when
                cast(followed.updated_at as date)
                between followed.seen_after_date and followed.seen_date
                then followed.updated_at
            else cast(followed.seen_date as timestamp)
        end as changed_at

    from followed

    inner join connections
        on followed.source_system = connections.source_system

    left join told
        on
            followed.source_system = told.source_system
            and followed.record_type = told.record_type
            and followed.source_record_id = told.source_record_id
            and followed.column_name = told.column_name
            and cast(told.changed_at as date) <= followed.seen_date + 1
            and (
                cast(told.changed_at as date) >= followed.seen_after_date
                or followed.stated_value = told.new_value
            )

    where followed.version_number > 1 and told.source_system is null

),

united as (

    select * from told

    union all

    select * from seen

),

numbered as (

    select
        {{ record_id('source_system', 'record_type', 'source_record_id') }}
            as record_id,
        *,
        row_number() over (
            partition by
                source_system, record_type, source_record_id, column_name, changed_at
            order by
                resolution, old_value nulls first, new_value nulls first, changed_by
        ) as edit_number

    from united

)

select * from numbered
