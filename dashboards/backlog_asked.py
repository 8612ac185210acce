"""What the page about work that is left asks of the published file."""

LEFT = """
select
    case
        when month_end_date is null then 'Without a date'
        when month_end_date <= as_of then 'Due by now'
        else 'Quarter to ' || strftime(fiscal_quarter_end, '%-d %b %Y')
    end as due,
    sum(measure_amount) as left_amount
from marts.revenue_measures
cross join rules.firm
left join marts.calendar
    on revenue_measures.month_end_date = calendar.calendar_date
where measure = 'backlog'
    and not is_intercompany
    and ? in ('', client_id)
group by all
having sum(measure_amount) != 0
order by min(month_end_date) is null, min(month_end_date)
"""
LEFT_BY_CLIENT = """
select client_id, client_name, sum(measure_amount) as left_amount
from marts.revenue_measures
left join marts.clients using (client_id)
where measure = 'backlog'
    and not revenue_measures.is_intercompany
    and ? in ('', client_id)
group by all
having sum(measure_amount) != 0
order by left_amount desc, client_id
"""
WAITING = """
with

records as (

    select record_id, driver, min(period) as month, -sum(evidence_amount) as amount
    from marts.revenue_bridge_evidence
    where scope_kind = ?
        and scope_id = ?
        and period not in ('to_date', 'no_date')
        and segment = 'delivered_to_billed'
        and driver in ('time_not_approved', 'wip_within_cycle', 'wip_overdue')
    group by all
    having sum(evidence_amount) != 0

)

select
    least(
        datediff('month', strptime(month || '-01', '%Y-%m-%d'), as_of), 3
    ) as n_months,
    coalesce(sum(amount) filter (where driver = 'time_not_approved'), 0) as to_approve,
    coalesce(sum(amount) filter (where driver = 'wip_within_cycle'), 0) as to_bill,
    coalesce(sum(amount) filter (where driver = 'wip_overdue'), 0) as late
from records
cross join rules.firm
group by all
order by n_months
"""
OVERDUE = """
select
    invoice_id,
    coalesce(invoice_number, evidence.source_record_id) as invoice_number,
    due_date,
    datediff('day', due_date, as_of) as n_days,
    -sum(evidence_amount) as overdue_amount
from marts.revenue_bridge_evidence as evidence
inner join marts.invoices
    on evidence.record_id = invoices.invoice_id
cross join rules.firm
where scope_kind = ?
    and scope_id = ?
    and period = 'to_date'
    and segment = 'billed_to_paid'
    and driver = 'overdue'
group by all
order by overdue_amount desc, invoice_id
"""
PIPELINE = """
select
    coalesce(
        'Quarter to ' || strftime(fiscal_quarter_end, '%-d %b %Y'), 'Without a date'
    ) as due,
    pipeline.currency_code,
    count(*) as n_deals,
    sum(open_amount) as open_amount,
    sum(weighted_amount) as weighted_amount
from marts.pipeline
left join marts.calendar
    on pipeline.expected_close_date = calendar.calendar_date
where ? in ('', client_id)
group by all
order by min(expected_close_date), pipeline.currency_code
"""
