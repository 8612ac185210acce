with

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

deal_lines as (

    select * from {{ ref('int_crm_deal_lines__unioned') }}

),

deal_shares as (

    select * from {{ ref('int_crm_deal_shares__unioned') }}

),

projects as (

    select * from {{ ref('int_projects__unioned') }}

    where role = 'psa'

),

{#  Each side may name the other; every statement counts alike. #}
statements as (

    select
        deals.source_system,
        deals.deal_id,
        projects.record_id as project_record,
        'The project names the deal.' as explanation

    from projects

    inner join deals
        on projects.crm_deal_id = deals.deal_id

    union all

    select
        deals.source_system,
        deals.deal_id,
        projects.record_id,
        'The deal names the project.'

    from deals

    inner join projects
        on deals.psa_project_id = projects.source_record_id

    union all

    select
        deal_lines.source_system,
        deal_lines.deal_id,
        projects.record_id,
        'A line of the deal names the project.'

    from deal_lines

    inner join projects
        on deal_lines.project_id = projects.source_record_id

    union all

    select
        deal_shares.source_system,
        deal_shares.deal_id,
        projects.record_id,
        'The delivery split of the deal names the project.'

    from deal_shares

    inner join projects
        on deal_shares.project_id = projects.source_record_id

)

select * from statements
