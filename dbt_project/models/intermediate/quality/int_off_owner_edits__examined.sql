{#  Sold amounts are told by edits_after_close, recreated records by missing_links. A
    value that was put right since needs nobody. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

edits as (

    select
        record_id,
        fact,
        min(is_owner) as is_owner,
        min(source_system) as source_system,
        min(record_type) as source_record_type,
        min(source_record_id) as source_record_id,
        min(client_id) as client_id,
        min(role) as role

    from {{ ref('int_fact_values__dated') }}

    where edit_id is not null and (is_owner or is_copy)

    group by all

),

standing as (

    select * from {{ ref('off_owner_edits') }}

    where
        is_standing
        and pattern != 'recreated'
        and stated_field != 'contract_value'

    qualify row_number() over (
        partition by record_id, stated_field order by changed_at desc, edit_id desc
    ) = 1

),

loops as (

    select * from {{ ref('sync_loops') }}

),

groups as (

    select
        group_id,
        fact,
        max_by(record_id, (is_owner, record_id)) as record_id,
        count(*) filter (where edit_id is not null) as n_edits

    from {{ ref('int_fact_values__dated') }}

    group by all

),

judged as (

    select
        case
            when edits.is_owner then 'owners_lead' else 'copies_follow'
        end as claim,
        edits.record_id,
        edits.fact as subject,
        edits.source_system,
        edits.source_record_type,
        edits.source_record_id,
        edits.client_id,
        standing.sentence,
        coalesce(standing.correct_first_in, edits.role) as fix_in,
        coalesce(standing.money_at_stake, 0) as money_at_stake

    from edits

    left join standing
        on edits.record_id = standing.record_id and edits.fact = standing.stated_field

    union all

    select
        'values_settle' as claim,
        groups.record_id,
        groups.fact as subject,
        split_part(groups.record_id, ':', 1) as source_system,
        split_part(groups.record_id, ':', 2) as source_record_type,
        split_part(groups.record_id, ':', 3) as source_record_id,
        loops.client_id,
        loops.sentence,
        coalesce(loops.owner_role, 'none') as fix_in,
        coalesce(loops.money_at_stake, 0) as money_at_stake

    from groups

    left join loops
        on groups.group_id = loops.entity_id and groups.fact = loops.stated_field

    where groups.n_edits > 0

),

owned as (

    select
        judged.claim,
        judged.record_id,
        judged.subject,
        judged.source_system,
        judged.source_record_type,
        judged.source_record_id,
        judged.client_id,
        judged.sentence,
        'warning' as severity,
        coalesce({{ owner_of('judged.fix_in') }}, 'sales') as owner_role,
        judged.fix_in,
        judged.money_at_stake,
        firm.reporting_currency as currency_code

    from judged

    cross join firm

)

select * from owned
