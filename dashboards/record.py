"""What the marts know about one source record, in every system."""

import re
from datetime import date, datetime
from decimal import Decimal

from dashboards import words
from dashboards.warehouse import Row, has, read

TABLES = {
    "account": "client_records",
    "client": "client_records",
    "customer": "client_records",
    "project": "project_records",
    "person": "person_records",
    "employee": "person_records",
    "deal": "deals",
    "invoice": "invoices",
    "invoice_line": "invoice_lines",
    "payment": "payments",
    "time_entry": "time_entries",
    "change_order": "change_orders",
}
"""The mart that holds a kind of record."""
FEEDS = """
select
    scope_id,
    segment,
    driver,
    driver_class,
    drivers.label,
    drivers.action,
    revenue_bridge.owner_role,
    coalesce(clients.client_name, scope_id) as client_name,
    sum(evidence_amount) as evidence_amount
from marts.revenue_bridge_evidence
inner join marts.revenue_bridge
    using (scope_kind, scope_id, period, segment, driver, driver_class)
inner join rules.drivers
    using (driver)
left join marts.clients
    on scope_id = clients.client_id
where revenue_bridge_evidence.record_id = ?
    and scope_kind = 'client'
    and period = 'to_date'
group by all
order by abs(sum(evidence_amount)) desc, drivers.label
"""
SAID = """
select sentence, owner_role, fix_in, fix_url, money_at_stake, currency_code, status,
    first_seen_at
from quality.findings
where record_id = ? and status != 'resolved'
order by money_at_stake desc nulls last
"""
URLS = """
select source_url
from marts.revenue_bridge_evidence
where record_id = ? and source_url is not null
limit 1
"""
FIX_URLS = """
select fix_url as source_url
from quality.findings
where record_id = ? and fix_url is not null
limit 1
"""
LINEAGE = (
    "record_id",
    "source_system",
    "source_record_type",
    "source_record_id",
    "source_url",
)
"""What the page says elsewhere about the record."""


def split(record_id: str) -> tuple[str, str, str]:
    """Take a record's key apart: its system, its kind, its id."""
    parts = [*record_id.split(":", 2), "", "", ""]
    return parts[0], parts[1], parts[2]


def values(record_id: str) -> Row:
    """Return the record's row in its mart, empty when no mart holds it."""
    system, kind, key = split(record_id)
    table = TABLES.get(kind, "")
    if not has(f"marts.{table}"):
        return {}
    rows = read(
        f"select * from marts.{table} where source_system = ? "
        "and source_record_type = ? and source_record_id = ?",
        system,
        kind,
        key,
    )
    return rows[0] if rows else {}


def feeds(record_id: str) -> list[Row]:
    """Return the steps this record is evidence for, to date, per client."""
    return read(FEEDS, record_id)


def findings(record_id: str) -> list[Row]:
    """Return what is wrong with this record and not resolved."""
    return read(SAID, record_id)


def url(record_id: str, found: Row) -> str:
    """Return the link into the source system, empty when none is known."""
    rows = [found, *read(URLS, record_id), *read(FIX_URLS, record_id)]
    return next((u for row in rows if (u := whole_url(row.get("source_url")))), "")


def whole_url(asked: str | None) -> str:
    """Return a link that can be followed; one with an empty slot cannot."""
    is_whole = re.fullmatch(r"https?://[^\s{}]+", asked or "")
    return str(asked) if is_whole else ""


def shown_value(value: object) -> str:
    """Write any cell of a record for reading."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return words.cents(value)
    if isinstance(value, datetime):
        return words.moment(value) + f" {value.year}"
    if isinstance(value, date):
        return words.day(value)
    return str(value)
