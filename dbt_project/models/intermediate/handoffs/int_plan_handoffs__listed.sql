{#  Change orders that must reach the plan, and milestones that must be accepted. Where
    no history tells when a plan changed, an order that is part of the budget was applied
    on an unknown day, and counts as applied in time. #}
with

firm as (

    select * from {{ source('rules', 'firm') }}

),

orders as (

    select * from {{ ref('change_orders') }}

    where status = 'approved'

),

projects as (

    select * from {{ ref('projects') }}

),

planned as (

    select * from {{ ref('int_projects__planned') }}

),

plan_edits as (

    select
        record_id,
        cast(new_value as decimal(18, 2)) - cast(old_value as decimal(18, 2))
            as change_amount,
        {{ local_date('changed_at') }} as changed_date

    from {{ ref('int_field_edits__dated') }}

    where column_name = 'current_amount' and new_value is not null

),

milestones as (

    select
        {{ record_id('source_system', "'project'", 'project_id') }} as project_record,
        *

    from {{ ref('int_psa_milestones__unioned') }}

    where due_date is not null

),

applied as (

    select
        orders.change_order_id,
        min(plan_edits.changed_date) as changed_date

    from orders

    inner join projects
        on orders.project_id = projects.project_id

    inner join plan_edits
        on
            projects.record_id = plan_edits.record_id
            and orders.planned_amount = plan_edits.change_amount

    group by all

),

listed as (

    select
        'change_order_to_plan' as event,
        orders.change_order_id as record_id,
        orders.source_system,
        projects.client_id,
        orders.project_id,
        'Change order ' || orders.source_record_id as subject,
        {{ local_date('orders.approved_at') }} as triggered_date,
        coalesce(
            applied.changed_date,
            case
                when planned.current_amount != planned.baseline_amount
                    then {{ local_date('orders.approved_at') }}
            end
        ) as done_date,
        coalesce(
            applied.changed_date < {{ local_date('orders.approved_at') }}, false
        ) as is_out_of_order,
        abs(orders.planned_amount) as handed_amount,
        projects.currency_code

    from orders

    inner join projects
        on orders.project_id = projects.project_id

    left join planned
        on orders.project_id = planned.project_id

    left join applied
        on orders.change_order_id = applied.change_order_id

    union all by name

    select
        'milestone_to_accepted' as event,
        {{ record_id(
            'milestones.source_system', "'milestone'", 'milestones.milestone_id'
        ) }} as record_id,
        milestones.source_system,
        projects.client_id,
        projects.project_id,
        milestones.milestone_name || ' of ' || projects.project_name as subject,
        milestones.due_date as triggered_date,
        {{ local_date('milestones.accepted_at') }} as done_date,
        milestones.milestone_amount as handed_amount,
        projects.currency_code

    from milestones

    cross join firm

    inner join projects
        on milestones.project_record = projects.record_id

    where milestones.due_date <= firm.as_of or milestones.accepted_at is not null

)

select * from listed
