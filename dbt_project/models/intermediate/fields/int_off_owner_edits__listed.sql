{#  The five patterns, once each: an edit of a copy that the owner's later edit repeats
    is told with that later edit. Budgets are no copies of what was sold. #}
with

copies as (

    select * from {{ ref('int_copy_edits__judged') }}

    where not is_told_by_owner and fact != 'contract_value'

),

owners as (

    select * from {{ ref('int_owner_edits__judged') }}

),

recreated as (

    select * from {{ ref('recreated_records') }}

),

repeated as (

    select distinct copied_edit_id from owners

    where pattern = 'reverse_flow'

),

listed as (

    select
        case
            when copies.is_edited_in_owner_too then 'conflict' else 'drift_at_copy'
        end as pattern,
        copies.edit_id,
        copies.entity,
        copies.field,
        copies.fact,
        copies.group_id,
        copies.client_id,
        copies.role,
        copies.owner_role,
        copies.old_value,
        copies.stated_value as new_value,
        copies.owner_value,
        copies.owner_record_id as other_record_id,
        copies.owner_role as other_role,
        copies.changed_by,
        copies.means,
        copies.resolution,
        (
            copies.valid_before = timestamp '9999-01-01' and not copies.is_agreed_now
        ) as is_last,
        copies.valid_from as changed_at,
        copies.record_id,
        copies.source_system,
        copies.record_type,
        copies.source_record_id

    from copies

    left join repeated
        on copies.edit_id = repeated.copied_edit_id

    where repeated.copied_edit_id is null

    union all

    select
        pattern,
        edit_id,
        entity,
        field,
        fact,
        group_id,
        client_id,
        role,
        owner_role,
        old_value,
        stated_value as new_value,
        old_value as owner_value,
        copied_record_id as other_record_id,
        copied_role as other_role,
        changed_by,
        means,
        resolution,
        valid_before = timestamp '9999-01-01' as is_last,
        valid_from as changed_at,
        record_id,
        source_system,
        record_type,
        source_record_id

    from owners

    union all

    select
        'recreated' as pattern,
        record_id || '/created' as edit_id,
        entity,
        case entity
            when 'client' then 'client_id'
            when 'project' then 'project_name'
            else 'person_name'
        end as field,
        'record' as fact,
        record_id as group_id,
        client_id,
        role,
        creating_role as owner_role,
        cast(null as varchar) as old_value,
        record_name as new_value,
        id_to_write as owner_value,
        original_record_id as other_record_id,
        creating_role as other_role,
        cast(null as varchar) as changed_by,
        'unknown' as means,
        'exact' as resolution,
        true as is_last,
        created_at as changed_at,
        record_id,
        source_system,
        source_record_type as record_type,
        source_record_id

    from recreated

)

select * from listed
