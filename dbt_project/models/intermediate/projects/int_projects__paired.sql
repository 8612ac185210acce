with

left_projects as (

    select * from {{ ref('int_projects__unioned') }}

    where role = 'psa'

),

right_projects as (

    select * from {{ ref('int_projects__unioned') }}

),

coded as (

    select
        record_id,
        unnest(regexp_extract_all(lower(project_name), '[a-z0-9]+([-_/.][a-z0-9]+)*'))
            as code

    from right_projects

    where role = 'accounting'

),

{#  A PSA project meets accounting projects, and projects of its own system, where the
    client, a code or a statement brings them together. #}
found as (

    select
        left_projects.record_id as left_record,
        right_projects.record_id as right_record,
        'client' as found_by

    from left_projects

    inner join right_projects
        on
            left_projects.client_group = right_projects.client_group
            and (
                right_projects.role = 'accounting'
                or (
                    left_projects.source_system = right_projects.source_system
                    and left_projects.record_id < right_projects.record_id
                )
            )
            and (
                left_projects.name_key = right_projects.name_key
                or {{ words_inside(
                    'left_projects.name_words', 'right_projects.name_words'
                ) }}
            )

    union

    select
        left_projects.record_id as left_record,
        right_projects.record_id as right_record,
        'stated link' as found_by

    from left_projects

    inner join right_projects
        on left_projects.source_record_id = right_projects.psa_project_id

    union

    select
        left_projects.record_id as left_record,
        coded.record_id as right_record,
        'project code' as found_by

    from left_projects

    inner join coded
        on
            lower(left_projects.project_code) = coded.code
            and {{ is_code('left_projects.project_code') }}

    union

    select
        records[1] as left_record,
        records[2] as right_record,
        'decision' as found_by

    from {{ ref('int_project_decisions__oriented') }}

),

paired as (

    select
        left_record,
        right_record,
        bool_or(found_by = 'stated link') as is_stated,
        bool_or(found_by = 'project code') as is_coded

    from found

    group by all

)

select * from paired
