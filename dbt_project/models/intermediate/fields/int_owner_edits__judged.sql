{#  An edit of the owner is against the rules when an integration wrote it, or when it
    repeats what a copy had said before without being told. What was sold may change
    until it is frozen, and may be restored to what was frozen. #}
with

said as (

    select * from {{ ref('int_fact_values__dated') }}

),

copies as (

    select * from {{ ref('int_copy_edits__judged') }}

    where not is_told_by_owner

),

copied_facts as (

    select distinct fact from {{ ref('int_facts__owned') }}

    where is_copy

),

frozen as (

    select
        deal_id,
        frozen_at,
        cast(frozen_amount as varchar) as frozen_value

    from {{ ref('int_deals__frozen') }}

),

deals as (

    select distinct deal_id from {{ ref('deals') }}

),

edits as (

    select said.* from said

    inner join copied_facts
        on said.fact = copied_facts.fact

    left join deals
        on said.record_id = deals.deal_id

    left join frozen
        on said.record_id = frozen.deal_id

    where
        said.edit_id is not null
        and said.is_owner
        and said.compared_before is not null
        and said.compared_value is distinct from said.compared_before
        and (
            deals.deal_id is null
            or (
                said.valid_from > frozen.frozen_at
                and (
                    said.fact != 'contract_value'
                    or said.compared_value != frozen.frozen_value
                )
            )
        )

),

followed as (

    select
        edits.edit_id,
        edits.group_id,
        max_by(copies.edit_id, (copies.valid_from, copies.edit_id)) as copied_edit_id,
        max_by(copies.record_id, (copies.valid_from, copies.edit_id))
            as copied_record_id,
        max_by(copies.role, (copies.valid_from, copies.edit_id)) as copied_role

    from edits

    inner join copies
        on
            edits.group_id = copies.group_id
            and edits.fact = copies.fact
            and edits.record_id != copies.record_id
            and edits.valid_from > copies.valid_from
            and edits.valid_from <= copies.valid_before
            and {{ values_agree(
                'edits.compare_rule', 'copies.compared_value', 'edits.compared_value'
            ) }}

    group by all

),

judged as (

    select
        edits.*,
        case
            when edits.means = 'integration' then 'against_direction'
            else 'reverse_flow'
        end as pattern,
        followed.copied_edit_id,
        followed.copied_record_id,
        followed.copied_role

    from edits

    left join followed
        on
            edits.edit_id = followed.edit_id
            and edits.group_id = followed.group_id

    where edits.means = 'integration' or followed.edit_id is not null

)

select * from judged
