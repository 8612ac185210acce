{#  What a source says of each record behind a number: its date, its amount, its status,
    and one hash over everything that counts, so that a later night can tell what
    changed. #}
with

described as (

    select
        source_system || ':deal:' || deal_id as record_id,
        concat_ws(
            '|', account_id, currency_code, close_date, service_start_date,
            service_end_date, list_amount, included_tax_amount, handed_over_at
        ) as more,
        close_date as record_date,
        net_amount as record_amount,
        stage || coalesce(' ' || is_won, '') as record_status,
        created_at

    from {{ ref('int_crm_deals__unioned') }}

    union all

    select
        source_system || ':deal_line:' || deal_line_id as record_id,
        concat_ws('|', deal_id, project_id, is_project_work, end_date) as more,
        start_date as record_date,
        coalesce(quantity, 1) * net_price as record_amount,
        null as record_status,
        null as created_at

    from {{ ref('int_crm_deal_lines__unioned') }}

    union all

    select
        source_system || ':project:' || project_id as record_id,
        concat_ws(
            '|', client_id, crm_deal_id, currency_code, billing_type, end_date,
            baseline_amount, is_test, is_template
        ) as more,
        start_date as record_date,
        current_amount as record_amount,
        concat_ws(' ', status, percent_complete) as record_status,
        created_at

    from {{ ref('int_psa_projects__unioned') }}

    union all

    select
        source_system || ':planned_work:' || coalesce(
            planned_work_id,
            project_id || '/' || month || '/' || coalesce(role, '') || '/'
            || coalesce(person_id, '')
        ) as record_id,
        concat_ws('|', project_id, role, planned_hours, bill_rate, is_soft) as more,
        month as record_date,
        planned_amount as record_amount,
        null as record_status,
        null as created_at

    from {{ ref('int_psa_planned_work__unioned') }}

    union all

    select
        source_system || ':progress:' || project_id || '/' || progress_date
            as record_id,
        project_id as more,
        progress_date as record_date,
        percent_complete as record_amount,
        null as record_status,
        null as created_at

    from {{ ref('int_psa_progress__unioned') }}

    union all

    select
        source_system || ':milestone:' || milestone_id as record_id,
        concat_ws('|', project_id, due_date) as more,
        cast(accepted_at as date) as record_date,
        milestone_amount as record_amount,
        null as record_status,
        null as created_at

    from {{ ref('int_psa_milestones__unioned') }}

    union all

    select
        source_system || ':time_entry:' || time_entry_id as record_id,
        concat_ws('|', project_id, role, is_billable, bill_rate) as more,
        work_date as record_date,
        hours as record_amount,
        status as record_status,
        submitted_at as created_at

    from {{ ref('int_psa_time_entries__unioned') }}

    union all

    select * from {{ ref('int_book_records__stated') }}

),

hashed as (

    select
        record_id,
        min(record_date) as record_date,
        min(record_status) as record_status,
        min(created_at) as created_at,
        cast(sum(record_amount) as decimal(18, 4)) as record_amount,
        md5(
            string_agg(
                concat_ws('|', record_date, record_amount, record_status, more), '/'
                order by record_amount, more
            )
        ) as source_hash

    from described

    group by all

)

select * from hashed
