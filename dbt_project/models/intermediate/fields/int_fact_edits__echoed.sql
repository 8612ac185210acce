{#  The edit in another system that said the same just before. Two edits that only
    nights show have no order, so neither echoes the other. #}
with

edits as (

    select
        *,
        case resolution
            when 'night' then valid_from + interval 1 day else valid_from
        end as latest_at

    from {{ ref('int_fact_values__dated') }}

    where
        edit_id is not null
        and compared_value is not null
        and compared_value is distinct from compared_before

),

earlier as (

    select * from edits

),

echoed as (

    select
        edits.edit_id,
        edits.group_id,
        edits.entity,
        edits.field,
        edits.fact,
        edits.owner_role,
        edits.means,
        edits.role as to_role,
        edits.is_owner as is_into_owner,
        edits.is_copy as is_into_copy,
        edits.source_system as to_system,
        earlier.source_system as from_system,
        earlier.role as from_role,
        earlier.is_owner as is_from_owner,
        cast(
            epoch(edits.latest_at) - epoch(earlier.valid_from) as decimal(18, 2)
        ) / 3600 as lag_hours,
        edits.valid_from as changed_at

    from edits

    inner join earlier
        on
            edits.group_id = earlier.group_id
            and edits.fact = earlier.fact
            and edits.source_system != earlier.source_system
            and not (edits.resolution = 'night' and earlier.resolution = 'night')
            and edits.latest_at > earlier.valid_from
            and edits.latest_at <= earlier.valid_from + to_hours(edits.lag_hours)
            + case edits.resolution
                when 'night' then interval 1 day else interval 0 day
            end
            and {{ values_agree(
                'edits.compare_rule', 'edits.compared_value', 'earlier.compared_value'
            ) }}

    qualify row_number() over (
        partition by edits.edit_id, edits.group_id
        order by earlier.valid_from desc, earlier.edit_id desc
    ) = 1

)

select * from echoed
