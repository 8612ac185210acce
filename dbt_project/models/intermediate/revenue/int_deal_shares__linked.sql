with

shares as (

    select * from {{ ref('int_crm_deal_shares__unioned') }}

),

project_records as (

    select * from {{ ref('int_projects__identified') }}

    where source_record_type = 'project'

),

deal_projects as (

    select * from {{ ref('int_deal_projects__counted') }}

),

found as (

    select
        shares.source_system,
        shares.deal_id,
        shares.project_id,
        min(deal_projects.project_id) as our_project_id

    from shares

    inner join project_records
        on shares.project_id = project_records.source_record_id

    inner join deal_projects
        on
            project_records.project_id = deal_projects.project_id
            and shares.source_system || ':deal:' || shares.deal_id
            = deal_projects.deal_id

    group by all

),

linked as (

    select
        shares.source_system || ':deal:' || shares.deal_id as deal_id,
        found.our_project_id as project_id,
        shares.project_id as source_project_id,
        shares.share_amount

    from shares

    left join found
        on
            shares.source_system = found.source_system
            and shares.deal_id = found.deal_id
            and shares.project_id = found.project_id

)

select * from linked
