with

psa_projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

),

unioned as (

    select * from {{ ref('int_projects__unioned') }}

),

identified as (

    select * from {{ ref('int_projects__identified') }}

),

grouped as (

    select * from {{ ref('int_projects__grouped') }}

),

source_links as (

    select * from {{ ref('int_source_links__addressed') }}

),

{#  The PSA owns the project; the copy that survives speaks for its copies. Accounting
    speaks only for what the PSA does not know. #}
speaking as (

    select
        unioned.*,
        identified.project_id as our_project_id,
        identified.client_id as our_client_id,
        count(*) over (partition by identified.project_id) as n_records

    from unioned

    inner join identified
        on unioned.record_id = identified.record_id

    inner join grouped
        on unioned.record_id = grouped.record_id

    qualify row_number() over (
        partition by identified.project_id
        order by
            {{ owner_rank('unioned.role', ['psa', 'accounting']) }},
            unioned.record_id != grouped.group_id,
            unioned.record_id
    ) = 1

),

projects as (

    select

        ---------- ids
        speaking.our_project_id as project_id,
        speaking.our_client_id as client_id,
        speaking.record_id,

        ---------- strings
        speaking.project_name,
        speaking.project_code,
        psa_projects.billing_type,
        psa_projects.billing_cycle,
        psa_projects.status,
        upper(psa_projects.currency_code) as currency_code,
        psa_projects.manager_email,
        psa_projects.service_code,

        ---------- numerics
        speaking.n_records,

        ---------- booleans
        coalesce(psa_projects.is_template, false) as is_template,
        coalesce(psa_projects.is_test, false) as is_test,
        coalesce(psa_projects.is_intercompany, false) as is_intercompany,
        speaking.is_deleted,

        ---------- dates
        psa_projects.start_date,
        psa_projects.end_date,

        ---------- lineage
        speaking.source_system,
        speaking.source_record_type,
        speaking.source_record_id,
        replace(source_links.url_template, '{id}', speaking.source_record_id)
            as source_url

    from speaking

    left join psa_projects
        on
            speaking.role = 'psa'
            and speaking.source_system = psa_projects.source_system
            and speaking.source_record_id = psa_projects.project_id

    left join source_links
        on
            speaking.source_system = source_links.source_system
            and speaking.source_record_type = source_links.source_record_type

)

select * from projects
