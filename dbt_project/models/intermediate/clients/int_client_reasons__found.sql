{#  The strongest reason why a record is where it is: its best pair inside its group. #}
with

grouped as (

    select * from {{ ref('int_clients__grouped') }}

),

other_grouped as (

    select * from {{ ref('int_clients__grouped') }}

),

scored as (

    select * from {{ ref('int_clients__scored') }}

),

weighed as (

    select * from {{ ref('int_clients__weighed') }}

),

both_ways as (

    select
        left_record as record_id,
        right_record as other_record,
        *
    from scored
    union all
    select
        right_record as record_id,
        left_record as other_record,
        *
    from scored

),

best as (

    select
        both_ways.record_id,
        both_ways.other_record,
        both_ways.left_record,
        both_ways.right_record,
        both_ways.match_bits

    from both_ways

    inner join grouped
        on both_ways.record_id = grouped.record_id

    inner join other_grouped
        on
            both_ways.other_record = other_grouped.record_id
            and grouped.group_id = other_grouped.group_id

    qualify row_number() over (
        partition by both_ways.record_id
        order by both_ways.match_bits desc, both_ways.other_record asc
    ) = 1

),

found as (

    select
        best.record_id,
        best.other_record,
        best.match_bits,
        max_by(weighed.evidence, (weighed.bits, weighed.evidence))
            as strongest_evidence,
        'Same client as ' || best.other_record || ': '
        || {{ weighed_told() }} || '.' as explanation

    from best

    inner join weighed
        on
            best.left_record = weighed.left_record
            and best.right_record = weighed.right_record

    group by best.record_id, best.other_record, best.match_bits

)

select * from found
