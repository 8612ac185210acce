with

deals as (

    select * from {{ ref('int_deals__won') }}

),

projects as (

    select * from {{ ref('int_psa_projects__unioned') }}

    where not coalesce(is_deleted, false)

),

time_entries as (

    select * from {{ ref('int_psa_time_entries__unioned') }}

    where not coalesce(is_deleted, false)

),

invoices as (

    select * from {{ ref('int_accounting_invoices__unioned') }}

    where not coalesce(is_deleted, false)

),

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

payments as (

    select * from {{ ref('int_accounting_payments__unioned') }}

),

journal_lines as (

    select * from {{ ref('int_accounting_journal_lines__unioned') }}

),

labelled as (

    select
        source_system,
        'deal' as source_record_type,
        source_record_id,
        'Deal ' || deal_name || ' (' || source_record_id || ')' as label,
        close_date as record_date

    from deals

    union all

    select
        source_system,
        'project' as source_record_type,
        project_id as source_record_id,
        'Project ' || project_name || ' (' || project_id || ')' as label,
        start_date as record_date

    from projects

    union all

    select
        source_system,
        'time_entry' as source_record_type,
        time_entry_id as source_record_id,
        'Time entry ' || time_entry_id as label,
        work_date as record_date

    from time_entries

    union all

    select
        source_system,
        'invoice' as source_record_type,
        invoice_id as source_record_id,
        case when kind = 'credit_note' then 'Credit note ' else 'Invoice ' end
        || coalesce(invoice_number, invoice_id) as label,
        invoice_date as record_date

    from invoices

    union all

    select
        lines.source_system,
        'invoice_line' as source_record_type,
        lines.invoice_line_id as source_record_id,
        'A line of invoice ' || coalesce(invoices.invoice_number, invoices.invoice_id)
            as label,
        invoices.invoice_date as record_date

    from lines

    inner join invoices
        on
            lines.source_system = invoices.source_system
            and lines.invoice_id = invoices.invoice_id

    union all

    select distinct
        source_system,
        'payment' as source_record_type,
        payment_id as source_record_id,
        'Payment ' || payment_id as label,
        payment_date as record_date

    from payments

    union all

    select
        source_system,
        'journal_line' as source_record_type,
        journal_line_id as source_record_id,
        'Journal line ' || journal_line_id as label,
        posting_date as record_date

    from journal_lines

),

keyed as (

    select
        {{ record_id('source_system', 'source_record_type', 'source_record_id') }}
            as record_id,
        *

    from labelled

)

select * from keyed
