{#  Before its first known edit a record said that edit's old value; without any edit it
    always said what it says tonight. #}
with

connections as (

    select
        source_system,
        any_value(role) as role

    from {{ source('rules', 'connections') }}

    group by all

),

stated as (

    select
        {{ record_id('source_system', 'record_type', 'source_record_id') }}
            as record_id,
        *

    from {{ ref('int_field_values__stated') }}

),

edits as (

    select
        record_id || '/' || column_name || '/' || cast(changed_at as varchar) || '/'
        || edit_number as edit_id,
        *

    from {{ ref('int_field_edits__dated') }}

),

first_edits as (

    select * from edits

    qualify row_number() over (
        partition by record_id, column_name order by changed_at, edit_number
    ) = 1

),

first_said as (

    select
        stated.record_id,
        stated.source_system,
        stated.record_type,
        stated.source_record_id,
        connections.role,
        stated.column_name,
        case
            when first_edits.record_id is null then stated.stated_value
            else first_edits.old_value
        end as stated_value,
        0 as edit_number,
        timestamp '1900-01-01' as valid_from

    from stated

    inner join connections
        on stated.source_system = connections.source_system

    left join first_edits
        on
            stated.record_id = first_edits.record_id
            and stated.column_name = first_edits.column_name

),

said as (

    select
        *,
        cast(null as varchar) as edit_id,
        cast(null as varchar) as changed_by,
        cast(null as varchar) as means,
        cast(null as varchar) as resolution,
        cast(null as date) as changed_after_date

    from first_said

    union all by name

    select
        record_id,
        source_system,
        record_type,
        source_record_id,
        role,
        column_name,
        new_value as stated_value,
        edit_number,
        changed_at as valid_from,
        edit_id,
        changed_by,
        means,
        resolution,
        changed_after_date

    from edits

)

select * from said
