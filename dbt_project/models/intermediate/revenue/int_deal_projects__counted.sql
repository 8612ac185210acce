with

linked as (

    select * from {{ ref('int_deal_projects__linked') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

counted as (

    select
        linked.source_system || ':deal:' || linked.deal_id as deal_id,
        linked.project_id

    from linked

    inner join projects
        on linked.project_id = projects.project_id

    group by all

)

select * from counted
