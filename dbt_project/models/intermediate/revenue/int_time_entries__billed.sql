with

entries as (

    select * from {{ ref('int_time_entries__valued') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test and delivery_method = 'time'

),

pieces as (

    select
        record_id,
        line_id,
        invoice_date,
        value_amount

    from {{ ref('int_line_times__valued') }}

    union all

    select
        record_id,
        line_id,
        invoice_date,
        value_amount

    from {{ ref('int_line_times__matched') }}

),

piece_totals as (

    select
        record_id,
        sum(value_amount) as value_amount

    from pieces

    group by all

),

billed as (

    select
        entries.project_id,
        entries.record_id,
        entries.work_date,
        entries.submitted_date,
        entries.approved_date,
        pieces.invoice_date,
        pieces.value_amount

    from entries

    inner join projects
        on entries.project_id = projects.project_id

    inner join pieces
        on entries.record_id = pieces.record_id

    union all

    select
        entries.project_id,
        entries.record_id,
        entries.work_date,
        entries.submitted_date,
        entries.approved_date,
        null as invoice_date,
        entries.work_amount - coalesce(piece_totals.value_amount, 0) as value_amount

    from entries

    inner join projects
        on entries.project_id = projects.project_id

    left join piece_totals
        on entries.record_id = piece_totals.record_id

    where entries.is_billable

)

select * from billed

where value_amount != 0
