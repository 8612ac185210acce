with

psa_projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where
        not coalesce(is_deleted, false)
        and not coalesce(is_test, false)
        and not coalesce(is_template, false)
        and not coalesce(is_intercompany, false)

),

accounting_projects as (

    select * from {{ ref('int_accounting_projects__unioned') }}

),

records as (

    select * from {{ ref('int_projects__identified') }}

),

copied as (

    select * from {{ ref('int_projects__copied') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__linked') }}

),

deals_found as (

    select
        project_id,
        min(deal_id) as deal_id

    from deal_projects

    group by all

),

projects_found as (

    select
        project_id,
        min(source_record_id) as psa_project_id

    from records

    where source_record_id in (select psa_projects.project_id from psa_projects)

    group by all

),

compared as (

    select
        'project_names_its_deal' as claim,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        cast(null as varchar) as client_id,
        case
            when psa_projects.crm_deal_id is null and deals_found.deal_id is not null
                then
                    'Project ' || psa_projects.project_name || ' ('
                    || psa_projects.project_id
                    || ') in PSA does not name its deal. Write '
                    || deals_found.deal_id || ' into it.'
        end as sentence,
        'psa' as role

    from psa_projects

    inner join records
        on
            records.record_id
            = {{ record_id(
                'psa_projects.source_system', "'project'", 'psa_projects.project_id'
            ) }}

    left join deals_found
        on records.project_id = deals_found.project_id

    left join copied
        on
            psa_projects.source_system = copied.source_system
            and psa_projects.project_id = copied.project_id

    where copied.project_id is null

    union all

    select
        'booking_names_its_project' as claim,
        records.record_id,
        records.source_system,
        records.source_record_type,
        records.source_record_id,
        cast(null as varchar) as client_id,
        case
            when accounting_projects.psa_project_id is null
                then
                    'Project ' || accounting_projects.project_name || ' ('
                    || accounting_projects.project_id
                    || ') in accounting does not name its PSA project. '
                    || coalesce(
                        'Write ' || projects_found.psa_project_id || ' into it.',
                        'Write its id into it.'
                    )
        end as sentence,
        'accounting' as role

    from accounting_projects

    inner join records
        on
            records.record_id = {{ record_id(
                'accounting_projects.source_system', "'project'",
                'accounting_projects.project_id'
            ) }}

    left join projects_found
        on records.project_id = projects_found.project_id

)

select * from compared
