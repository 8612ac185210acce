with

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

projects as (

    select * from {{ ref('int_projects__unioned') }}

),

identified as (

    select * from {{ ref('int_projects__identified') }}

),

psa_projects as (

    select * from projects

    where role = 'psa'

),

stated as (

    select
        lines.source_system,
        lines.invoice_line_id,
        psa_projects.record_id as project_record,
        1 as rank,
        'stated' as link_kind,
        'The line names the PSA project.' as explanation

    from lines

    inner join psa_projects
        on lines.psa_project_id = psa_projects.source_record_id

),

referenced as (

    select
        lines.source_system,
        lines.invoice_line_id,
        projects.record_id as project_record,
        2 as rank,
        'stated' as link_kind,
        'The line names the accounting project.' as explanation

    from lines

    inner join projects
        on
            projects.role = 'accounting'
            and lines.source_system = projects.source_system
            and lines.project_ref = projects.source_record_id

),

coded as (

    select
        lines.source_system,
        lines.invoice_line_id,
        psa_projects.record_id as project_record,
        3 as rank,
        'code' as link_kind,
        'The line holds the project code ' || psa_projects.project_code || '.'
            as explanation

    from lines

    inner join psa_projects
        on
            lines.psa_project_id is null
            and {{ holds_code(
                "concat_ws(' ', lines.project_ref, lines.description)",
                'psa_projects.project_code'
            ) }}

    qualify count(distinct psa_projects.client_group) over (
        partition by lines.source_system, lines.invoice_line_id
    ) = 1

),

found as (

    select * from stated
    union all
    select * from referenced
    union all
    select * from coded

),

best as (

    select * from found

    qualify row_number() over (
        partition by source_system, invoice_line_id
        order by rank, project_record
    ) = 1

),

linked as (

    select
        lines.source_system,
        lines.invoice_line_id,
        identified.project_id,
        coalesce(best.link_kind, 'unlinked') as link_kind,
        coalesce(best.explanation, 'Nothing on the line names a project.')
            as explanation

    from lines

    left join best
        on
            lines.source_system = best.source_system
            and lines.invoice_line_id = best.invoice_line_id

    left join identified
        on best.project_record = identified.record_id

)

select * from linked
