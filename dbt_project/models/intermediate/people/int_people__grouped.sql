with

people as (

    select * from {{ ref('int_people__unioned') }}

),

scored as (

    select * from {{ ref('int_people__scored') }}

),

settings as (

    select json_object('minimum', max(bits)) as setting

    from {{ ref('identity_weights') }}

    where entity = 'person' and evidence = 'band' and level = 'automatic'

),

answer as (

    select
        group_records(
            json_group_array(json_array(
                left_record,
                right_record,
                if(band in ('automatic', 'same'), match_bits, 0),
                stance
            )),
            (select settings.setting from settings)
        ) as answer

    from scored

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
