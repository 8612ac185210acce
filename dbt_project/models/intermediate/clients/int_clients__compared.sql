with

paired as (

    select * from {{ ref('int_clients__shortlisted') }}

),

left_records as (

    select * from {{ ref('int_clients__collapsed') }}

),

right_records as (

    select * from {{ ref('int_clients__collapsed') }}

),

stated as (

    select * from {{ ref('int_client_links__stated') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'client'

),

shared as (

    select * from {{ ref('int_clients__shared') }}

),

value_counts as (

    select * from {{ ref('int_client_values__counted') }}

),

side_by_side as (

    select
        paired.left_record,
        paired.right_record,
        unnest({{ compared_kinds() }} || ['same accounting system']) as evidence,
        unnest({{ compared_values(of='left_records') }} || [
            if(left_records.role = 'accounting', left_records.source_system, null)
        ]) as left_value,
        unnest({{ compared_values(of='right_records') }} || [
            if(right_records.role = 'accounting', right_records.source_system, null)
        ]) as right_value

    from paired

    inner join left_records
        on paired.left_record = left_records.record_id

    inner join right_records
        on paired.right_record = right_records.record_id

),

found as (

    select
        side_by_side.left_record,
        side_by_side.right_record,
        side_by_side.evidence,
        if(side_by_side.left_value = side_by_side.right_value, 'agree', 'differs')
            as level,
        side_by_side.left_value,
        side_by_side.right_value,
        value_counts.frequency

    from side_by_side

    left join value_counts
        on
            side_by_side.evidence = value_counts.evidence
            and side_by_side.left_value = value_counts.item_value

    where side_by_side.left_value is not null and side_by_side.right_value is not null

    union all

    select
        least(left_record, right_record),
        greatest(left_record, right_record),
        evidence,
        'agree',
        string_agg(field, ', ' order by field),
        min(stated_id),
        null

    from stated

    group by all

    union all

    select
        least(left_record, right_record),
        greatest(left_record, right_record),
        'decision',
        decision,
        max(decided_by),
        max(because),
        null

    from decisions

    where decision != 'unsure'

    group by all

    union all

    select
        shared.*,
        null
    from shared

    inner join paired
        on
            shared.left_record = paired.left_record
            and shared.right_record = paired.right_record

)

select * from found
