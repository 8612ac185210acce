with

firm as (

    select * from {{ source('rules', 'firm') }}

),

lines as (

    select * from {{ ref('int_crm_deal_lines__unioned') }}

),

deal_projects as (

    select * from {{ ref('int_deal_projects__counted') }}

),

project_records as (

    select * from {{ ref('int_projects__identified') }}

),

priced as (

    select
        lines.source_system || ':deal:' || lines.deal_id as deal_id,
        lines.source_system || ':deal_line:' || lines.deal_line_id as record_id,
        lines.project_id as source_project_id,
        {{ money('coalesce(lines.quantity, 1) * lines.net_price') }} as net_amount,
        {{ money(
            'coalesce(lines.quantity, 1) * coalesce(lines.list_price, lines.net_price)'
        ) }} as list_amount,
        coalesce(lines.is_project_work, true) as is_project_work,
        lines.service_code,
        lines.start_date,
        lines.end_date

    from lines

    where lines.net_price is not null

),

{#  A line names a project by the PSA's own id; only a project that the deal is really
    linked to counts. #}
linked as (

    select
        priced.record_id,
        min(deal_projects.project_id) as project_id

    from priced

    inner join project_records
        on
            priced.source_project_id = project_records.source_record_id
            and project_records.source_record_type = 'project'

    inner join deal_projects
        on
            project_records.project_id = deal_projects.project_id
            and priced.deal_id = deal_projects.deal_id

    group by all

),

classified as (

    select
        priced.*,
        linked.project_id,
        case
            when not priced.is_project_work
                then 'outside_delivery_scope'
            when linked.project_id is null and priced.start_date > firm.as_of
                then 'future_term'
            when linked.project_id is null and priced.source_project_id is not null
                then 'project_missing'
            else 'deliverable'
        end as line_class

    from priced

    cross join firm

    left join linked
        on priced.record_id = linked.record_id

)

select * from classified
