with

people as (

    select * from {{ ref('int_people__unioned') }}

),

decisions as (

    select * from {{ source('rules', 'identity_decisions') }}

    where entity = 'person'

),

other_people as (

    select * from people

),

{#  The ladder: the same employee number, then the same work address. Two numbers are two
    people whatever else agrees. #}
pairs as (

    select
        people.record_id as left_record,
        other_people.record_id as right_record,
        if(people.number_key = other_people.number_key, 25, 20) as bits,
        case
            when people.number_key != other_people.number_key then 'apart'
            else 'weighed'
        end as stance

    from people

    inner join other_people
        on
            people.record_id < other_people.record_id
            and (
                people.number_key = other_people.number_key
                or people.email_key = other_people.email_key
            )

    union all

    select
        left_record,
        right_record,
        0,
        if(decision in ('same', 'succeeds'), 'together', 'apart')

    from decisions

    where
        decision != 'unsure'
        and left_record in (select people.record_id from people)
        and right_record in (select people.record_id from people)

),

answer as (

    select
        group_records(
            json_group_array(json_array(left_record, right_record, bits, stance)),
            '{}'
        ) as answer

    from pairs

),

answers as (

    select
        unnest(from_json(
            json_extract(answer, '$.groups'),
            '[{"record_id": "VARCHAR", "group_id": "VARCHAR"}]'
        ), recursive := true)

    from answer

),

grouped as (

    select
        people.record_id,
        coalesce(answers.group_id, people.record_id) as group_id,
        people.created_at

    from people

    left join answers
        on people.record_id = answers.record_id

)

select * from grouped
