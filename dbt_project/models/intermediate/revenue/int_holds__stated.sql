{#  Which work is paused or cancelled as of the run's date, by a hold or by its
    status. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

projects as (

    select * from {{ ref('int_projects__described') }}

    where not is_copy and not is_test

),

holds as (

    select * from {{ ref('int_psa_holds__unioned') }}

),

active as (

    select
        projects.record_id as project_record_id,
        holds.source_system || ':hold:' || holds.project_id || '/' || holds.kind
        || '/' || holds.from_date as record_id,
        holds.kind as driver,
        holds.hold_amount

    from holds

    cross join firm

    inner join projects
        on projects.record_id = holds.source_system || ':project:' || holds.project_id

    where
        holds.from_date <= firm.as_of
        and coalesce(holds.to_date > firm.as_of, true)
        and holds.kind in ('on_hold', 'cancelled')

),

implied as (

    select
        projects.record_id as project_record_id,
        projects.record_id,
        projects.status as driver,
        cast(null as decimal(18, 2)) as hold_amount

    from projects

    left join active
        on projects.record_id = active.project_record_id

    where
        projects.status in ('on_hold', 'cancelled') and active.project_record_id is null

),

stated as (

    select * from active

    union all

    select * from implied

)

select * from stated
