{#  From approved work to its invoice, and from an invoice to its payment. #}
with

projects as (

    select * from {{ ref('projects') }}

    where
        not is_test
        and not is_template
        and not is_deleted
        and coalesce(billing_type, '') != 'internal'

),

entries as (

    select * from {{ ref('time_entries') }}

),

billed as (

    select
        record_id,
        min(invoice_date) as invoice_date,
        max(value_amount) as value_amount

    from {{ ref('int_time_entries__billed') }}

    group by all

),

runs as (

    select * from {{ ref('int_billing_runs__due') }}

),

invoices as (

    select * from {{ ref('invoices') }}

    where
        kind = 'invoice'
        and not is_copy
        and status not in ('draft', 'void')

),

payments as (

    select
        invoice_id,
        min(payment_date) as first_date,
        max(payment_date) as last_date,
        sum(settled_amount) as settled_amount

    from {{ ref('payments') }}

    where invoice_id is not null

    group by all

),

listed as (

    select
        'approved_to_invoiced' as event,
        entries.time_entry_id as record_id,
        entries.source_system,
        projects.client_id,
        entries.project_id,
        'Time entry ' || entries.source_record_id as subject,
        entries.approved_date as triggered_date,
        billed.invoice_date as done_date,
        cast(runs.overdue_from - interval 1 day as date) as due_date,
        coalesce(billed.invoice_date < entries.approved_date, false) as is_out_of_order,
        billed.value_amount as handed_amount,
        projects.currency_code

    from entries

    inner join projects
        on entries.project_id = projects.project_id

    inner join billed
        on entries.time_entry_id = billed.record_id

    left join runs
        on
            entries.project_id = runs.project_id
            and entries.approved_date = runs.ready_date

    where entries.is_billable and entries.approved_date is not null

    union all by name

    select
        'invoice_to_paid' as event,
        invoices.invoice_id as record_id,
        invoices.source_system,
        invoices.client_id,
        'Invoice ' || coalesce(invoices.invoice_number, invoices.source_record_id)
            as subject,
        invoices.invoice_date as triggered_date,
        case
            when
                payments.settled_amount
                >= invoices.reported_accounting_amount * cast(0.99 as decimal(3, 2))
                or invoices.status = 'paid'
                then coalesce(payments.last_date, invoices.due_date)
        end as done_date,
        coalesce(invoices.due_date, invoices.invoice_date) as due_date,
        coalesce(payments.first_date < invoices.invoice_date, false)
            as is_out_of_order,
        abs(invoices.reported_accounting_amount) as handed_amount,
        invoices.currency_code

    from invoices

    left join payments
        on invoices.invoice_id = payments.invoice_id

)

select * from listed
