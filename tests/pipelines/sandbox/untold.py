"""What each API cannot tell: the rows of a table as a system is able to tell them.

Everything that is not named here arrives as it was, to the last cell.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from pipelines.firm import read_firm
from tests.pipelines.sandbox.untold_of_books import (
    Records,
    Rows,
    as_documents,
    closed_when_last_closed,
    one_piece,
    rates_of_documents,
    zero_when_void,
)

FIRM = read_firm(Path(__file__).parents[3] / "firm.toml")


def without(*columns: str) -> Callable[[Rows, Records], Rows]:
    """Columns for which the system has no field, or no answer."""

    def told(rows: Rows, records: Records) -> Rows:
        return [row | dict.fromkeys(columns) for row in rows]

    return told


def of_harvest(rows: Rows, records: Records) -> Rows:
    """A client of Harvest has a name, a street and a currency: the firm's, if any."""
    nowhere = without(
        "legal_name",
        "tax_id",
        "domain",
        "phone",
        "postcode",
        "city",
        "country",
        "crm_account_id",
        "accounting_customer_id",
    )
    return [
        row | {"currency_code": row["currency_code"] or "USD"}
        for row in nowhere(rows, records)
    ]


def at_midnight(column: str) -> Callable[[Rows, Records], Rows]:
    """A moment of which only the day is told, in the firm's own time zone."""

    def told(rows: Rows, records: Records) -> Rows:
        return [row | {column: row[column] and _midnight(row[column])} for row in rows]

    return told


def _midnight(moment: datetime) -> datetime:
    day = datetime.combine(moment, time(), ZoneInfo(FIRM.time_zone))
    return day.astimezone(UTC).replace(tzinfo=None)


def of_events(rows: Rows, records: Records) -> Rows:
    """Only projects have events, with two decimals; who is no user has no name."""
    users = {row["work_email"] for row in records("psa", "people")}
    told = []
    for row in rows:
        if row["record_type"] != "project":
            continue
        amounts = {at: f"{Decimal(row[at]):.2f}" for at in ("old_value", "new_value")}
        is_known = row["changed_by"] in users
        unknown = {"changed_by": None, "change_source": "unknown"}
        told.append(row | amounts | ({} if is_known else unknown))
    return told


UNTOLD: Mapping[str, Mapping[str, Callable[[Rows, Records], Rows]]] = {
    "bamboohr": {"hr.time_off": at_midnight("approved_at")},
    "harvest": {
        "psa.clients": of_harvest,
        "psa.people": without("start_date", "end_date", "deactivated_at"),
        "psa.time_entries": without("submitted_at", "approved_at", "approved_by"),
    },
    "kantata": {
        "psa.clients": without("created_at", "updated_at"),
        "psa.expenses": without("status"),
        "psa.field_changes": of_events,
        "psa.time_entries": without("submitted_at", "approved_at", "approved_by"),
        "psa.time_off": at_midnight("created_at"),
    },
    "quickbooks": {
        "accounting.invoice_lines": zero_when_void,
        "accounting.closed_periods": closed_when_last_closed,
    },
    "xero": {
        "accounting.customers": without(
            "legal_name", "parent_customer_id", "created_at"
        ),
        "accounting.invoices": as_documents,
        "accounting.invoice_lines": one_piece,
        "accounting.exchange_rates": rates_of_documents,
        "accounting.closed_periods": without("closed_at"),
    },
}
"""System → common table → its rows, less what the API does not carry."""


def as_told(system: str, role: str, table: str, records: Records) -> Rows:
    """Return the rows of a table as the system can tell them."""
    rows = records(role, table)
    less = UNTOLD.get(system, {}).get(f"{role}.{table}")
    return less(rows, records) if less else rows
