with

firm as (

    select * from {{ source('rules', 'firm') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where not coalesce(is_deleted, false)

),

psa_clients as (

    select * from {{ ref('int_psa_clients__unioned') }}

),

project_records as (

    select * from {{ ref('int_projects__identified') }}

),

client_records as (

    select * from {{ ref('int_clients__identified') }}

),

copies as (

    select * from {{ ref('int_projects__copied') }}

),

described as (

    select
        projects.source_system || ':project:' || projects.project_id as record_id,
        projects.source_system,
        projects.project_id as source_record_id,
        project_records.project_id,
        coalesce(client_records.client_id, 'unassigned') as client_id,
        upper(
            coalesce(
                projects.currency_code,
                psa_clients.currency_code,
                firm.reporting_currency
            )
        ) as currency_code,
        projects.billing_type,
        projects.status,
        projects.start_date,
        projects.end_date,
        projects.created_at,
        coalesce(projects.billing_cycle, 'monthly') as billing_cycle,
        projects.cap_amount,
        projects.service_code,
        projects.company_id,
        coalesce(projects.is_intercompany, false) as is_intercompany,
        coalesce(projects.baseline_amount, projects.current_amount, 0)
            as baseline_amount,
        coalesce(projects.current_amount, projects.baseline_amount, 0)
            as current_amount,
        copies.survivor_project_id is not null as is_copy,
        coalesce(projects.is_test, false) or coalesce(projects.is_template, false)
            as is_test,
        coalesce(projects.is_legacy, false) or projects.billing_type = 'internal'
            as is_without_deal_by_design

    from projects

    cross join firm

    left join psa_clients
        on
            projects.source_system = psa_clients.source_system
            and projects.client_id = psa_clients.client_id

    left join project_records
        on
            project_records.record_id
            = projects.source_system || ':project:' || projects.project_id

    left join client_records
        on
            client_records.record_id
            = projects.source_system || ':client:' || projects.client_id

    left join copies
        on
            projects.source_system = copies.source_system
            and projects.project_id = copies.project_id

)

select * from described
