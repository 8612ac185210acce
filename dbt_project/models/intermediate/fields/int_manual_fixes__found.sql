{#  Habits that a spreadsheet leaves behind: many records changed within one minute,
    values imported over others, and books that change after their period was closed. #}
with

edits as (

    select * from {{ ref('field_edits') }}

    where not is_rewrite and resolution = 'exact'

),

closed as (

    select
        source_system,
        period,
        min(closed_at) as closed_at

    from {{ ref('int_accounting_closed_periods__unioned') }}

    where closed_at is not null

    group by all

),

invoices as (

    select
        invoice_id,
        strftime(invoice_date, '%Y-%m') as period,
        abs(billed_amount * coalesce(exchange_rate, 1)) as worth

    from {{ ref('invoices') }}

),

bulks as (

    select
        case
            when count(distinct record_id) >= 5 then 'bulk_edit' else 'import_edit'
        end as habit,
        source_system,
        min(role) as role,
        stated_field,
        changed_by,
        means,
        count(distinct record_id) as n_records,
        {{ top_three('record_id', 'record_id') }} as record_names,
        cast(0 as decimal(18, 2)) as money_at_stake,
        date_trunc('minute', changed_at) as happened_at

    from edits

    where means in ('person', 'import', 'unknown')

    group by
        source_system,
        source_record_type,
        stated_field,
        changed_by,
        means,
        date_trunc('minute', changed_at)

    having count(distinct record_id) >= 5 or means = 'import'

),

reopened as (

    select
        'closed_period_edit' as habit,
        edits.source_system,
        edits.role,
        edits.stated_field,
        edits.changed_by,
        edits.means,
        1 as n_records,
        edits.record_id as record_names,
        cast(coalesce(invoices.worth, 0) as decimal(18, 2)) as money_at_stake,
        edits.changed_at as happened_at

    from edits

    inner join invoices
        on edits.record_id = invoices.invoice_id

    inner join closed
        on
            edits.source_system = closed.source_system
            and edits.changed_at > closed.closed_at
            and closed.period in (
                invoices.period,
                case
                    when edits.stated_field = 'invoice_date'
                        then left(edits.old_value, 7)
                end
            )

    where edits.stated_field not in ('status', 'due_date')

    qualify row_number() over (
        partition by edits.edit_id order by closed.closed_at, closed.period
    ) = 1

),

found as (

    select * from bulks

    union all

    select * from reopened

)

select * from found
