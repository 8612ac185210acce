with

collapsed as (

    select * from {{ ref('int_clients__collapsed') }}

),

components as (

    select * from {{ ref('int_client_components__grouped') }}

),

answers as (

    select
        component,
        unnest(from_json(
            json_extract(answer, '$.groups'),
            '[{"record_id": "VARCHAR", "group_id": "VARCHAR"}]'
        ), recursive := true)

    from components

),

grouped as (

    select
        collapsed.record_id,
        coalesce(answers.group_id, collapsed.record_id) as group_id,
        coalesce(answers.component, collapsed.record_id) as component

    from collapsed

    left join answers
        on collapsed.record_id = answers.record_id

)

select * from grouped
