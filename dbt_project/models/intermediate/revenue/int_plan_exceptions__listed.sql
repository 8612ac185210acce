{#  Projects filed under another client than their deal's, whose money moves between the
    two clients, and projects that no deal sold. #}
with

records as (

    select * from {{ ref('int_projects__described') }}

    where not is_copy and not is_test

),

projects as (

    select * from {{ ref('int_projects__planned') }}

),

legs as (

    select * from {{ ref('int_projects__legged') }}

),

relations as (

    select * from {{ ref('int_clients__related') }}

),

ranked as (

    select
        project_id,
        client_id,
        record_id,
        sum(current_amount) over (partition by project_id order by record_id)
        - current_amount as total_before,
        sum(current_amount) over (partition by project_id order by record_id)
            as total_after

    from records

),

moved as (

    select
        ranked.*,
        legs.deal_id,
        legs.client_id as right_client_id,
        case
            when relations.client_id is null then 'wrong_client_link'
            else 'client_legal_succession'
        end as driver,
        case when relations.client_id is null then 'F' else 'L' end as driver_class

    from ranked

    inner join legs
        on
            ranked.project_id = legs.project_id
            and ranked.client_id != legs.client_id

    left join relations
        on
            ranked.client_id = relations.client_id
            and legs.client_id = relations.related_client_id

),

listed as (

    select
        'psa_to_planned' as segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        client_id,
        record_id,
        total_after as amount_from,
        total_before as amount_to

    from moved

    union all

    select
        'psa_to_planned' as segment,
        driver,
        driver_class,
        deal_id,
        project_id,
        right_client_id as client_id,
        record_id,
        total_before as amount_from,
        total_after as amount_to

    from moved

    union all

    select
        'expected_to_planned' as segment,
        'project_without_deal' as driver,
        case when projects.is_without_deal_by_design then 'L' else 'F' end
            as driver_class,
        legs.deal_id,
        projects.project_id,
        legs.client_id,
        projects.record_id,
        0 as amount_from,
        projects.planned_amount as amount_to

    from projects

    inner join legs
        on projects.project_id = legs.project_id

    where legs.deal_id = 'unassigned' and projects.planned_amount != 0

)

select * from listed
