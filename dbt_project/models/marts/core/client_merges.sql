with

components as (

    select * from {{ ref('int_client_components__grouped') }}

),

identified as (

    select * from {{ ref('int_clients__identified') }}

),

steps as (

    select
        unnest(from_json(
            json_extract(answer, '$.merges'),
            '[{
                "group_id": "VARCHAR", "step": "INTEGER",
                "left_record": "VARCHAR", "right_record": "VARCHAR",
                "n_left": "INTEGER", "n_right": "INTEGER",
                "joined_bits": "DECIMAL(9,3)", "weakest_left": "VARCHAR",
                "weakest_right": "VARCHAR", "weakest_bits": "DECIMAL(9,3)",
                "cut_bits": "DECIMAL(9,3)", "cut_from": "VARCHAR"
            }]'
        ), recursive := true)

    from components

),

client_merges as (

    select

        ---------- ids
        identified.client_id,
        steps.left_record,
        steps.right_record,
        steps.weakest_left,
        steps.weakest_right,
        steps.cut_from as cut_record,

        ---------- strings
        steps.n_left || ' and ' || steps.n_right || ' records became one client by '
        || {{ signed_bits('steps.joined_bits') }} || ' bits between them.' || coalesce(
            ' The weakest pair, ' || steps.weakest_left || ' and '
            || steps.weakest_right || ', says '
            || {{ signed_bits('steps.weakest_bits') }} || '.',
            ''
        ) as explanation,

        ---------- numerics
        steps.step as step_number,
        steps.n_left,
        steps.n_right,
        steps.joined_bits,
        steps.weakest_bits,
        steps.cut_bits,

        ---------- booleans
        row_number() over (
            partition by steps.group_id order by steps.cut_bits, steps.step
        ) = 1 as is_weakest_cut

    from steps

    inner join identified
        on steps.left_record = identified.record_id

)

select * from client_merges
