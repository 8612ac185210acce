{#  A line stands for its invoice and a row of a plan for its project, except where the
    line itself is to be corrected. #}
with

contributions as (

    select * from {{ ref('int_contributions__summed') }}

    where driver_class in ('F', 'U')

),

driver_findings as (

    select * from {{ ref('driver_findings') }}

),

parents as (

    select
        {{ record_id('source_system', "'invoice_line'", 'invoice_line_id') }}
            as record_id,
        {{ record_id('source_system', "'invoice'", 'invoice_id') }}
            as parent_record_id,
        'invoice' as parent_type,
        invoice_id as parent_id

    from {{ ref('int_accounting_invoice_lines__unioned') }}

    union all

    select
        {{ record_id('source_system', "'planned_work'", 'planned_work_id') }}
            as record_id,
        {{ record_id('source_system', "'project'", 'project_id') }}
            as parent_record_id,
        'project' as parent_type,
        project_id as parent_id

    from {{ ref('int_psa_planned_work__unioned') }}

),

summed as (

    select
        contributions.driver,
        contributions.driver_class,
        contributions.segment,
        coalesce(parents.parent_record_id, contributions.record_id) as record_id,
        contributions.source_system,
        coalesce(parents.parent_type, contributions.source_record_type)
            as source_record_type,
        coalesce(parents.parent_id, contributions.source_record_id) as source_record_id,
        contributions.client_id,
        case when contributions.driver = 'date_moved' then contributions.month end
            as month,
        sum(contributions.contribution_amount) as contribution_amount

    from contributions

    left join driver_findings
        on contributions.driver = driver_findings.driver

    left join parents
        on
            contributions.record_id = parents.record_id
            and coalesce(driver_findings.examines, 'invoice') = parents.parent_type

    group by all

)

select * from summed
