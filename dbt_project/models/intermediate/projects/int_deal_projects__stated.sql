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

change_orders as (

    select * from {{ ref('int_psa_change_orders__unioned') }}

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

    union all

    select
        deals.source_system,
        deals.deal_id,
        projects.record_id,
        'A change order of the project names the deal.'

    from change_orders

    inner join deals
        on change_orders.deal_id = deals.deal_id

    inner join projects
        on
            change_orders.source_system = projects.source_system
            and change_orders.project_id = projects.source_record_id

),

{#  An amendment that names no project belongs to those of the deal that it amends. #}
amended as (

    select
        deals.source_system,
        deals.deal_id,
        statements.project_record,
        'It amends a deal of the project.' as explanation

    from deals

    inner join statements
        on
            deals.source_system = statements.source_system
            and deals.amendment_of_deal_id = statements.deal_id

    where (deals.source_system, deals.deal_id) not in (
        select (named.source_system, named.deal_id) from statements as named
    )

),

stated as (

    select * from statements

    union all

    select * from amended

)

select * from stated
