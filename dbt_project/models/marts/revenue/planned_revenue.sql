with

projects as (

    select * from {{ ref('int_projects__planned') }}

),

planned_work as (

    select * from {{ ref('int_planned_work__spread') }}

    where month != 'no_date'

),

spread as (

    select * from {{ ref('int_projects__spread') }}

    where month = 'no_date'

),

versions as (

    select
        project_id,
        count(*) as n_changes

    from {{ ref('int_change_orders__approved') }}

    group by all

),

united as (

    select
        project_id,
        role,
        month,
        spread_method,
        planned_amount,
        planned_hours

    from planned_work

    union all

    select
        project_id,
        '' as role,
        month,
        'not_assigned' as spread_method,
        planned_amount,
        0 as planned_hours

    from spread

    where planned_amount != 0

),

monthly as (

    select
        project_id,
        role,
        month,
        spread_method,
        sum(planned_amount) as planned_amount,
        sum(planned_hours) as planned_hours

    from united

    group by all

),

planned as (

    select

        ---------- ids
        monthly.project_id,
        projects.record_id,

        ---------- strings
        monthly.role,
        monthly.month,
        monthly.spread_method,
        projects.currency_code,

        ---------- numerics
        1 + coalesce(versions.n_changes, 0) as plan_version,
        monthly.planned_amount,
        monthly.planned_hours

    from monthly

    inner join projects
        on monthly.project_id = projects.project_id

    left join versions
        on monthly.project_id = versions.project_id

)

select * from planned
