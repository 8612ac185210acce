with

deals as (

    select * from {{ ref('int_crm_deals__unioned') }}

),

projects as (

    select * from {{ ref('int_projects__unioned') }}

    where role = 'psa'

),

client_groups as (

    select * from {{ ref('int_clients__grouped') }}

),

statements as (

    select * from {{ ref('int_deal_projects__stated') }}

),

unlinked_deals as (

    select
        deals.source_system,
        deals.deal_id,
        client_groups.group_id as client_group,
        {{ copy_key('deals.deal_name') }} as name_key

    from deals

    inner join client_groups
        on
            deals.source_system || ':account:' || deals.account_id
            = client_groups.record_id

    left join statements
        on
            deals.source_system = statements.source_system
            and deals.deal_id = statements.deal_id

    where
        statements.deal_id is null
        and deals.is_won
        and not coalesce(deals.is_deleted, false)

),

unlinked_projects as (

    select projects.* from projects

    left join statements
        on projects.record_id = statements.project_record

    where statements.project_record is null and not projects.is_deleted

),

{#  Only one deal and one project of the client that carry the same name are a link. #}
named as (

    select
        unlinked_deals.source_system,
        unlinked_deals.deal_id,
        unlinked_projects.record_id as project_record,
        'Same client and same name; neither names another.' as explanation

    from unlinked_deals

    inner join unlinked_projects
        on
            unlinked_deals.client_group = unlinked_projects.client_group
            and unlinked_deals.name_key = unlinked_projects.name_key

    qualify
        count(*) over (
            partition by unlinked_deals.source_system, unlinked_deals.deal_id
        ) = 1
        and count(*) over (partition by unlinked_projects.record_id) = 1

)

select * from named
