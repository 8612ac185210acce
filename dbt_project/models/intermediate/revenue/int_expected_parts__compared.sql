{#  The parts of sold deals that have a project, each beside what its leg of the project
    started from. #}
with

parts as (

    select * from {{ ref('int_expected_parts__ordered') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

budgets as (

    select * from {{ ref('int_project_budgets__stepped') }}

),

baselines as (

    select
        project_id,
        max(total_to) filter (where step_order = 10) as baseline_amount,
        arg_max(total_to, step_order) filter (where driver = 'baseline')
            as start_amount,
        min(record_id) filter (where step_order = 10) as record_id

    from budgets

    group by all

),

compared as (

    select
        parts.*,
        legs.weight_from,
        legs.weight_to,
        legs.weight_total,
        {{ part_of(
            'coalesce(baselines.start_amount, 0)',
            'legs.weight_from', 'legs.weight_to', 'legs.weight_total'
        ) }} as start_amount,
        coalesce(baselines.record_id, parts.record_id) as project_record_id

    from parts

    inner join legs
        on
            parts.project_id = legs.project_id
            and parts.deal_id = legs.deal_id

    left join baselines
        on parts.project_id = baselines.project_id

)

select * from compared
