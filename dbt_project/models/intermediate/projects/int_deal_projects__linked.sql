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

identified as (

    select * from {{ ref('int_projects__identified') }}

),

client_groups as (

    select * from {{ ref('int_clients__grouped') }}

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

),

unlinked_deals as (

    select
        deals.source_system,
        deals.deal_id,
        client_groups.group_id as client_group,
        {{ copy_key('deals.deal_name') }} as name_key

    from deals

    inner join client_groups
        on deals.source_system || ':account:' || deals.account_id = client_groups.record_id

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

),

found as (

    select
        *,
        'stated' as link_kind,
        25 as match_bits

    from statements

    union all

    select
        *,
        'evidence' as link_kind,
        9 as match_bits

    from named

),

linked as (

    select
        found.source_system,
        found.deal_id,
        identified.project_id,
        max_by(found.link_kind, found.match_bits) as link_kind,
        cast(max(found.match_bits) as decimal(9, 3)) as match_bits,
        string_agg(distinct found.explanation, ' ' order by found.explanation)
            as explanation

    from found

    inner join identified
        on found.project_record = identified.record_id

    group by all

)

select * from linked
