-- The firm's ten numbers in one hand-written query over the common model: what a
-- careful analyst would write without steps, scopes, months or evidence.
with rates as (
    select from_currency, rate_date as valid_from, rate,
        lead(rate_date, 1, date '9999-12-31') over (
            partition by from_currency order by rate_date
        ) as valid_before
    from intermediate.int_accounting_exchange_rates__unioned
    where to_currency = (select reporting_currency from rules.firm)
),

deals as (
    select deals.deal_id, deals.psa_project_id,
        coalesce(rates.rate, 1) as rate,
        deals.net_amount as reported_amount,
        coalesce(crm_rates.rate, rates.rate, 1) as crm_rate,
        deals.net_amount - coalesce(deals.included_tax_amount, 0) as net_amount,
        coalesce(deals.list_amount, deals.net_amount) as list_amount
    from intermediate.int_crm_deals__unioned as deals
    left join rates
        on deals.currency_code = rates.from_currency
        and deals.close_date >= rates.valid_from and deals.close_date < rates.valid_before
    left join (
        select from_currency, arg_max(rate, rate_date) as rate
        from intermediate.int_crm_exchange_rates__unioned group by all
    ) as crm_rates on deals.currency_code = crm_rates.from_currency
    where deals.is_won and not coalesce(deals.is_deleted, false)
),

projects as (
    select projects.project_id, projects.billing_type, projects.current_amount,
        projects.current_amount - coalesce(holds.hold_amount, 0) as planned_amount,
        coalesce(deals.rate, 1) as rate
    from intermediate.int_psa_projects__unioned as projects
    left join (
        select project_id, sum(hold_amount) as hold_amount
        from intermediate.int_psa_holds__unioned group by all
    ) as holds on projects.project_id = holds.project_id
    left join deals on projects.crm_deal_id = deals.deal_id
    where not coalesce(projects.is_deleted, false)
),

progressed as (
    select project_id, arg_max(percent_complete, progress_date) as percent_complete
    from intermediate.int_psa_progress__unioned group by all
),

worked as (
    select entries.project_id,
        sum(round(entries.hours * coalesce(entries.bill_rate, 0), 2)) as work_amount
    from intermediate.int_psa_time_entries__unioned as entries
    where entries.is_billable and entries.status != 'rejected'
        and not coalesce(entries.is_deleted, false)
    group by all
),

delivered as (
    select sum(projects.rate * case projects.billing_type
        when 'time_and_materials' then coalesce(worked.work_amount, 0)
        else projects.planned_amount * coalesce(progressed.percent_complete, 0) / 100
    end) as amount
    from projects
    left join worked on projects.project_id = worked.project_id
    left join progressed on projects.project_id = progressed.project_id
),

lines as (
    select invoices.status,
        coalesce(invoices.exchange_rate, 1) as rate,
        lines.line_amount - case
            when invoices.is_tax_inclusive then lines.tax_amount else 0
        end as net_amount,
        lines.line_amount + case
            when invoices.is_tax_inclusive then 0 else lines.tax_amount
        end as gross_amount
    from intermediate.int_accounting_invoice_lines__unioned as lines
    inner join intermediate.int_accounting_invoices__unioned as invoices
        on lines.invoice_id = invoices.invoice_id
    where not coalesce(invoices.is_deleted, false)
)

select
    (select sum(list_amount * rate) from deals) as list,
    (select sum(reported_amount * crm_rate) from deals) as crm_reported,
    (select sum(net_amount * rate) from deals) as expected,
    (select sum(current_amount * rate) from projects) as psa_reported,
    (select sum(planned_amount * rate) from projects) as planned,
    (select amount from delivered) as delivered,
    (select sum(net_amount * rate) from lines where status not in ('draft', 'void'))
        as billed,
    (select sum(gross_amount * rate) from lines) as accounting_reported,
    (
        select sum(postings.net_credit_amount)
        from intermediate.int_accounting_journal_lines__unioned as postings
        inner join intermediate.int_accounting_accounts__unioned as accounts
            on postings.account_code = accounts.account_code
        where accounts.account_kind = 'revenue'
    ) as recognised,
    (
        select sum(
            (paid_amount - coalesce(paid_tax_amount, 0)) * coalesce(exchange_rate, 1)
        )
        from intermediate.int_accounting_payments__unioned where kind = 'cash'
    ) as paid
