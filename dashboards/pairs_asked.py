"""How pairs of records are asked for: open questions, copies, and their evidence."""

QUESTIONS = """
select
    '{entity}' as entity, left_record, right_record, left_name, right_name,
    question as sentence, money_at_stake, currency_code,
    split_part(answer_line, ',', -1) as evidence_hash,
    {left_client} as left_client_id, {right_client} as right_client_id
from marts.{entity}_questions
"""
CLIENT_OF = {
    "client": ("left_client_id", "right_client_id"),
    "project": (
        "(select any_value(client_id) from marts.projects "
        "where project_id = left_project_id)",
        "(select any_value(client_id) from marts.projects "
        "where project_id = right_project_id)",
    ),
    "person": ("''", "''"),
}
COPIES = """
with copied as (
    select
        'deal' as entity, copies.survivor_deal_id as left_record,
        copies.deal_id as right_record, survivors.deal_name as left_name,
        copies.deal_name as right_name
    from marts.deals as copies
    inner join marts.deals as survivors on copies.survivor_deal_id = survivors.deal_id
    where copies.is_copy
    union all
    select
        'invoice', copies.survivor_invoice_id, copies.invoice_id,
        survivors.invoice_number, copies.invoice_number
    from marts.invoices as copies
    inner join marts.invoices as survivors
        on copies.survivor_invoice_id = survivors.invoice_id
    where copies.is_copy
    union all
    select
        'project', projects.record_id, copies.record_id, projects.project_name,
        copies.record_name
    from marts.project_records as copies
    inner join marts.projects on copies.project_id = projects.project_id
    where copies.link_kind = 'copy'
)
select
    copied.*, findings.sentence, findings.money_at_stake, findings.currency_code,
    '' as evidence_hash,
    findings.client_id as left_client_id, findings.client_id as right_client_id
from copied
inner join quality.findings
    on copied.right_record = findings.record_id
    and findings.suite = 'duplicate_' || copied.entity || 's'
where findings.status in ('new', 'open', 'regressed')
"""
EVIDENCE = """
select evidence, level, left_value, right_value, bits
from marts.{entity}_links
where least(left_record, right_record) = least(?, ?)
    and greatest(left_record, right_record) = greatest(?, ?)
order by abs(bits) desc, evidence
"""
