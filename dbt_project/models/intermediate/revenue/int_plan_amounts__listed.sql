{#  What the PSA reports, what it becomes without copies, tests, wrong links and holds,
    and the plan itself; each row the way between two running totals of its project. #}
with

records as (

    select * from {{ ref('int_projects__described') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

budgets as (

    select * from {{ ref('int_project_budgets__stepped') }}

),

ranked as (

    select
        *,
        case
            when is_copy then 0
            when is_test then 0
            else sum(current_amount) over (
                partition by project_id, is_copy, is_test order by record_id
            ) - current_amount
        end as total_before

    from records

),

listed as (

    select
        'psa_reported' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        project_id,
        client_id as filed_client_id,
        record_id,
        total_before as amount_from,
        total_before + current_amount as amount_to

    from ranked

    union all

    select
        null as anchor,
        'psa_to_planned' as segment,
        case when is_copy then 'duplicate_project' else 'test_project' end as driver,
        'F' as driver_class,
        project_id,
        client_id as filed_client_id,
        record_id,
        total_before + current_amount as amount_from,
        total_before as amount_to

    from ranked

    where is_copy or is_test

    union all

    select
        null as anchor,
        'psa_to_planned' as segment,
        driver,
        'L' as driver_class,
        project_id,
        null as filed_client_id,
        record_id,
        total_from as amount_from,
        total_to as amount_to

    from budgets

    where driver in ('on_hold', 'cancelled')

    union all

    select
        'planned' as anchor,
        null as segment,
        null as driver,
        null as driver_class,
        project_id,
        null as filed_client_id,
        record_id,
        0 as amount_from,
        planned_amount as amount_to

    from projects

),

legged as (

    select
        listed.anchor,
        listed.segment,
        listed.driver,
        listed.driver_class,
        legs.deal_id,
        listed.project_id,
        coalesce(listed.filed_client_id, legs.client_id) as client_id,
        listed.record_id,
        listed.amount_from,
        listed.amount_to

    from listed

    inner join legs
        on listed.project_id = legs.project_id

)

select * from legged

where amount_from != amount_to
