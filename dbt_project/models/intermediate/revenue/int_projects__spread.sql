with

projects as (

    select * from {{ ref('int_projects__planned') }}

),

planned_work as (

    select * from {{ ref('int_planned_work__spread') }}

),

monthly as (

    select
        project_id,
        month,
        sum(planned_amount) as planned_amount

    from planned_work

    group by all

),

planned_totals as (

    select
        project_id,
        sum(planned_amount) as planned_amount

    from monthly

    group by all

),

{#  Budget that nobody was given has no month yet. #}
completed as (

    select
        monthly.project_id,
        monthly.month,
        monthly.planned_amount

    from monthly

    where monthly.month != 'no_date'

    union all

    select
        projects.project_id,
        'no_date' as month,
        projects.planned_amount
        - coalesce(planned_totals.planned_amount, 0)
        + coalesce(undated.planned_amount, 0) as planned_amount

    from projects

    left join planned_totals
        on projects.project_id = planned_totals.project_id

    left join monthly as undated
        on
            projects.project_id = undated.project_id
            and undated.month = 'no_date'

),

spread as (

    select
        project_id,
        month,
        planned_amount,
        sum(planned_amount) over (partition by project_id order by month)
        - planned_amount as weight_from,
        sum(planned_amount) over (partition by project_id order by month) as weight_to,
        sum(planned_amount) over (partition by project_id) as weight_total

    from completed

),

weighed as (

    select
        project_id,
        month,
        planned_amount,
        case when weight_total = 0 then 0 else weight_from end as weight_from,
        case when weight_total = 0 then 1 else weight_to end as weight_to,
        case when weight_total = 0 then 1 else weight_total end as weight_total

    from spread

    where weight_total != 0 or month = 'no_date'

)

select * from weighed
