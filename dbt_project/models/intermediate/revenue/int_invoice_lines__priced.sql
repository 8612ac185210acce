with

lines as (

    select * from {{ ref('int_accounting_invoice_lines__unioned') }}

),

invoices as (

    select * from {{ ref('int_invoices__described') }}

),

rebilled as (

    select * from {{ ref('int_invoices__rebilled') }}

),

line_projects as (

    select * from {{ ref('int_invoice_lines__linked') }}

),

projects as (

    select * from {{ ref('int_projects__planned') }}

    where not is_test

),

accounts as (

    select * from {{ ref('int_accounts__kinded') }}

),

priced as (

    select
        lines.source_system || ':invoice_line:' || lines.invoice_line_id as record_id,
        invoices.invoice_id,
        invoices.source_system,
        invoices.kind,
        invoices.is_issued,
        case
            when rebilled.invoice_id is not null
                then coalesce(invoices.reason, 'credited and billed again')
            else invoices.reason
        end as reason,
        rebilled.invoice_id is not null
        or (
            invoices.kind = 'credit_note'
            and coalesce(lines.line_kind, 'other') != 'advance'
        ) as is_credit,
        invoices.invoice_date,
        invoices.reported_month,
        invoices.reported_date <= invoices.as_of as is_reported,
        invoices.created_at,
        invoices.client_id,
        coalesce(projects.project_id, 'unassigned') as project_id,
        invoices.currency_code,
        invoices.exchange_rate,
        coalesce(invoices.stated_rate, 1) as stated_rate,
        case
            when invoices.is_tax_inclusive
                then lines.line_amount - coalesce(lines.tax_amount, 0)
            else lines.line_amount
        end as net_amount,
        coalesce(lines.tax_amount, 0) as tax_amount,
        coalesce(lines.line_kind, 'other') as line_kind,
        coalesce(lines.is_project_work, true) as is_project_work,
        coalesce(accounts.account_kind, 'revenue') as account_kind

    from lines

    inner join invoices
        on
            lines.source_system = invoices.source_system
            and lines.invoice_id = invoices.source_invoice_id

    left join rebilled
        on invoices.invoice_id = rebilled.invoice_id

    left join line_projects
        on
            lines.source_system = line_projects.source_system
            and lines.invoice_line_id = line_projects.invoice_line_id

    left join projects
        on line_projects.project_id = projects.project_id

    left join accounts
        on
            lines.source_system = accounts.source_system
            and lines.account_code = accounts.account_code

)

select * from priced
