{#  The pairs that are worth weighing to the end. Beside a client's records the others
    are weighed all the same: what speaks against a bridge must be known. #}
with

paired as (

    select * from {{ ref('int_clients__paired') }}

),

kept as (

    select * from {{ ref('int_clients__bounded') }}

),

neighbours as (

    select
        left_record as record_id,
        right_record as neighbour

    from kept

    where may_be_one

    union all

    select
        right_record as record_id,
        left_record as neighbour

    from kept

    where may_be_one

),

other_neighbours as (

    select * from neighbours

),

shortlisted as (

    select
        left_record,
        right_record

    from kept

    union

    select
        paired.left_record,
        paired.right_record

    from paired

    inner join neighbours
        on paired.left_record = neighbours.record_id

    inner join other_neighbours
        on
            paired.right_record = other_neighbours.record_id
            and neighbours.neighbour = other_neighbours.neighbour

)

select * from shortlisted
