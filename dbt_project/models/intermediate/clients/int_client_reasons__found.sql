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

found as (

    select
        both_ways.record_id,
        both_ways.other_record,
        both_ways.match_bits,
        both_ways.strongest_evidence,
        'Same client as ' || both_ways.other_record || ': '
        || both_ways.explanation || '.' as explanation

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

)

select * from found
