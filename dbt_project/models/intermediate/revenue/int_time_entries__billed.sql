{#  Every billable entry in pieces: what each invoice bills of it, what is not billed,
    and what lies beyond an agreed cap, in the order in which the work was done. #}
with

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test and delivery_method = 'time'

),

entries as (

    select
        entries.project_id,
        entries.record_id,
        entries.work_date,
        entries.submitted_date,
        entries.approved_date,
        entries.work_amount,
        entries.is_billable,
        greatest(
            sum(
                case when entries.is_billable then entries.work_amount else 0 end
            ) over (
                partition by entries.project_id
                order by entries.work_date, entries.record_id
                rows between unbounded preceding and current row
            ) - projects.cap_amount,
            0
        ) as beyond_cap_amount

    from {{ ref('int_time_entries__valued') }} as entries

    inner join projects
        on entries.project_id = projects.project_id

),

pieces as (

    select
        record_id,
        line_id,
        invoice_date,
        false as is_advance,
        value_amount

    from {{ ref('int_line_times__valued') }}

    union all by name

    select * from {{ ref('int_line_times__matched') }}

),

piece_totals as (

    select
        record_id,
        sum(value_amount) as value_amount

    from pieces

    group by all

),

unbilled as (

    select
        entries.*,
        entries.work_amount - coalesce(piece_totals.value_amount, 0) as open_amount,
        greatest(
            least(
                entries.beyond_cap_amount,
                entries.work_amount,
                entries.work_amount - coalesce(piece_totals.value_amount, 0)
            ),
            0
        ) as over_cap_amount

    from entries

    left join piece_totals
        on entries.record_id = piece_totals.record_id

    where entries.is_billable

),

billed as (

    select
        entries.project_id,
        entries.record_id,
        entries.work_date,
        entries.submitted_date,
        entries.approved_date,
        pieces.invoice_date,
        pieces.is_advance,
        false as is_over_cap,
        pieces.value_amount

    from entries

    inner join pieces
        on entries.record_id = pieces.record_id

    union all

    select
        project_id,
        record_id,
        work_date,
        submitted_date,
        approved_date,
        null as invoice_date,
        false as is_advance,
        false as is_over_cap,
        open_amount - over_cap_amount as value_amount

    from unbilled

    union all

    select
        project_id,
        record_id,
        work_date,
        submitted_date,
        approved_date,
        null as invoice_date,
        false as is_advance,
        true as is_over_cap,
        over_cap_amount as value_amount

    from unbilled

)

select * from billed

where value_amount != 0
