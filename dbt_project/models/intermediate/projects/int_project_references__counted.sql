with

time_entries as (

    select
        source_system,
        project_id
    from {{ ref('int_psa_time_entries__unioned') }}

    where not coalesce(is_deleted, false)

),

change_orders as (

    select
        source_system,
        project_id
    from {{ ref('int_psa_change_orders__unioned') }}

),

planned_work as (

    select
        source_system,
        project_id
    from {{ ref('int_psa_planned_work__unioned') }}

),

projects as (

    select
        source_system,
        project_id
    from {{ ref('int_psa_projects__unioned') }}

),

{#  An invoice line names a project, not the system that keeps it. #}
invoice_lines as (

    select
        projects.source_system,
        projects.project_id

    from {{ ref('int_accounting_invoice_lines__unioned') }} as lines

    inner join projects
        on lines.psa_project_id = projects.project_id

),

referring as (

    select * from time_entries
    union all
    select * from change_orders
    union all
    select * from planned_work
    union all
    select * from invoice_lines

),

counted as (

    select
        source_system,
        project_id,
        count(*) as n_references

    from referring

    group by all

)

select * from counted
