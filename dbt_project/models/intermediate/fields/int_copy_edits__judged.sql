{#  An edit of a copy is right when the owner said the same within the lag that the
    field allows. The books may call a client by its legal name. An edit that only two nights
    show may have happened at any time between them. A copy that had followed the owner
    before it was changed is in no conflict with it. #}
with

said as (

    select * from {{ ref('int_fact_values__dated') }}

),

edits as (

    select
        *,
        coalesce(cast(changed_after_date as timestamp), valid_from)
        - to_hours(lag_hours) as allowed_from,
        case resolution
            when 'night' then valid_from + interval 1 day else valid_from
        end as allowed_to

    from said

    where
        edit_id is not null
        and is_copy
        and compared_value is not null
        and (compared_value is distinct from compared_before)

),

owned as (

    select * from said

    where compared_value is not null and (is_owner or fact = 'legal_name')

),

beside as (

    select
        edits.edit_id,
        edits.group_id,
        (
            owned.is_owner
            and owned.fact = edits.fact
            and edits.valid_from >= owned.valid_from
            and edits.valid_from < owned.valid_before
        ) as is_then,
        (
            owned.valid_from <= edits.allowed_to
            and owned.valid_before > edits.allowed_from
        ) as is_in_time,
        {{ values_agree(
            'edits.compare_rule', 'owned.compared_value', 'edits.compared_value'
        ) }} as is_same,
        (
            owned.is_owner
            and owned.edit_id is not null
            and (
                owned.compared_value is distinct from owned.compared_before
            )
            and (owned.compared_value is distinct from edits.compared_before)
            and (owned.compared_value is distinct from edits.compared_value)
            and owned.valid_from
            between edits.allowed_from and edits.allowed_to + to_hours(edits.lag_hours)
        ) as is_edited_too,
        owned.valid_before = timestamp '9999-01-01' as is_now,
        owned.record_id,
        owned.stated_value

    from edits

    inner join owned
        on
            edits.group_id = owned.group_id
            and edits.record_id != owned.record_id
            and (
                (edits.fact = owned.fact and owned.is_owner)
                or (
                    edits.fact = 'client_name'
                    and edits.role = 'accounting'
                    and owned.fact = 'legal_name'
                )
            )

),

weighed as (

    select
        edit_id,
        group_id,
        bool_or(is_in_time and is_same) as is_told_by_owner,
        bool_or(is_edited_too) as is_edited_in_owner_too,
        bool_or(is_same and is_now) as is_agreed_now,
        min_by(record_id, record_id) filter (where is_then) as owner_record_id,
        min_by(stated_value, record_id) filter (where is_then) as owner_value

    from beside

    group by all

),

judged as (

    select
        edits.*,
        weighed.is_told_by_owner,
        weighed.is_edited_in_owner_too,
        weighed.is_agreed_now,
        weighed.owner_record_id,
        weighed.owner_value

    from edits

    inner join weighed
        on
            edits.edit_id = weighed.edit_id
            and edits.group_id = weighed.group_id

    where weighed.owner_value is not null

)

select * from judged
