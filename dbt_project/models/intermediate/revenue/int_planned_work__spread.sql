{#  The plan by month, from the best record there is: the resource plan, else the
    milestones, else working days between start and end. Budget beyond it has no
    month. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

planned_work as (

    select * from {{ ref('int_planned_work__kept') }}

),

methods as (

    select * from {{ ref('int_projects__dated') }}

),

spread_evenly as (

    select * from {{ ref('int_projects__spread_evenly') }}

),

milestones as (

    select * from {{ ref('int_psa_milestones__unioned') }}

),

days as (

    select * from {{ ref('int_days__counted') }}

),

months as (

    select * from {{ ref('int_months__counted') }}

),

project_milestones as (

    select
        methods.project_id,
        milestones.source_system || ':milestone:' || milestones.milestone_id
            as record_id,
        milestones.due_date,
        milestones.milestone_amount

    from methods

    inner join milestones
        on
            methods.record_id
            = milestones.source_system || ':project:' || milestones.project_id

),

spread as (

    select
        methods.project_id,
        planned_work.record_id,
        planned_work.role,
        planned_work.month,
        planned_work.planned_hours,
        planned_work.planned_amount,
        {{ part_of(
            'planned_work.planned_amount', '0', 'months.weight_past', 'months.weight_total'
        ) }} as due_amount,
        methods.spread_method

    from methods

    inner join planned_work
        on methods.project_id = planned_work.project_id

    inner join months
        on planned_work.month = months.month

    union all

    select
        methods.project_id,
        project_milestones.record_id,
        '' as role,
        coalesce(days.fiscal_month, 'no_date') as month,
        0 as planned_hours,
        project_milestones.milestone_amount as planned_amount,
        case
            when project_milestones.due_date <= firm.as_of
                then project_milestones.milestone_amount
            else 0
        end as due_amount,
        methods.spread_method

    from methods

    cross join firm

    inner join project_milestones
        on methods.project_id = project_milestones.project_id

    left join days
        on project_milestones.due_date = days.calendar_date

    where methods.spread_method = 'milestones'

    union all

    select * from spread_evenly

)

select * from spread
