{#  How a project's plan came about from its baseline: every approved change order,
    every edit without one, every hold, as steps between running totals. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

holds as (

    select * from {{ ref('int_holds__valued') }}

),

approved as (

    select * from {{ ref('int_change_orders__approved') }}

),

order_totals as (

    select
        project_id,
        sum(change_amount) as change_amount

    from approved

    group by all

),

changes as (

    select
        project_id,
        10 as step_order,
        'baseline' as driver,
        record_id,
        baseline_amount as change_amount

    from projects

    union all

    select
        project_id,
        case when is_sold_as_deal then 11 else 20 end as step_order,
        case
            when is_sold_as_deal then 'baseline'
            when change_amount > 0 then 'scope_added'
            else 'scope_removed'
        end as driver,
        record_id,
        change_amount

    from approved

    union all

    select
        projects.project_id,
        30 as step_order,
        'budget_edit_without_change_order' as driver,
        projects.record_id,
        projects.current_amount
        - projects.baseline_amount
        - coalesce(order_totals.change_amount, 0) as change_amount

    from projects

    left join order_totals
        on projects.project_id = order_totals.project_id

    union all

    select
        project_id,
        40 as step_order,
        driver,
        record_id,
        -hold_amount as change_amount

    from holds

),

stepped as (

    select
        project_id,
        step_order,
        driver,
        record_id,
        sum(change_amount) over (
            partition by project_id order by step_order, driver, record_id
            rows between unbounded preceding and current row
        ) - change_amount as total_from,
        sum(change_amount) over (
            partition by project_id order by step_order, driver, record_id
            rows between unbounded preceding and current row
        ) as total_to

    from changes

    where change_amount != 0 or driver = 'baseline'

)

select * from stepped
