"""What happens after 31 May 2026: one list of events a day, played in order.

Events change, add and delete records the way people do; everything else stays as it
was, so that a night which loads only changes can be compared with one that loads all.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from pipelines.sandbox.dates import AS_OF, at
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.invoicing import pay

Event = Callable[[Draft, date], None]


def play(draft: Draft, day: date) -> None:
    """Play every event up to and including `day`."""
    for on in sorted(EVENTS):
        if AS_OF < on <= day:
            for event in EVENTS[on]:
                event(draft, on)


def _first(draft: Draft, role: str, table: str, **values: Any) -> Row:
    return next(
        row for row in draft.where(role, table, **values) if _is_of_house(row, table)
    )


def _is_of_house(row: Row, table: str) -> bool:
    """Return whether the record lies outside the worked examples."""
    key = {"accounts": "account_id", "deals": "deal_id", "clients": "client_id"}
    return str(row[key.get(table, next(iter(row)))]).isdigit()


def _touch(row: Row, moment: datetime, **values: Any) -> None:
    row |= values | {"updated_at": moment}


def _rename_client(draft: Draft, on: date) -> None:
    account = _first(draft, "crm", "accounts")
    name = f"{account['account_name']} Group"
    _change(draft, "account", account, "account_name", name, on)


def _change(
    draft: Draft, record_type: str, row: Row, field: str, new: object, on: date
) -> None:
    draft.change(
        "crm",
        record_type,
        row,
        field,
        new,
        record_id=row[f"{record_type}_id"],
        at=at(on, 17),
        by="ops.desk@meridian.example",
    )


def _edit_won_deal(draft: Draft, on: date) -> None:
    deals = [d for d in draft.where("crm", "deals", is_won=True) if _is_digit(d)]
    deal = deals[-12]
    _change(draft, "deal", deal, "net_amount", deal["net_amount"] - 1500, on)


def _is_digit(deal: Row) -> bool:
    return str(deal["deal_id"]).isdigit()


def _edit_open_deal(draft: Draft, on: date) -> None:
    deal = next(d for d in draft.where("crm", "deals", is_closed=False))
    _change(draft, "deal", deal, "net_amount", deal["net_amount"] + 4000, on)


def _log_late(draft: Draft, on: date) -> None:
    like = next(
        row
        for row in reversed(draft.rows("psa", "time_entries"))
        if row["work_date"] <= date(2026, 5, 21) and row["bill_rate"]
    )
    for position in range(3):
        late = {
            "time_entry_id": str(990001 + position),
            "work_date": date(2026, 5, 19 + position),
            "hours": Decimal(2),
            "status": "submitted",
            "submitted_at": at(on, 16),
            "approved_at": None,
            "approved_by": None,
            "updated_at": at(on, 16),
        }
        draft.add("psa", "time_entries", **like | late)


def _delete_entry(draft: Draft, on: date) -> None:
    waiting = _first(draft, "psa", "time_entries", status="submitted")
    _touch(waiting, at(on, 18), is_deleted=True)


def _approve_week(draft: Draft, on: date) -> None:
    for entry in draft.rows("psa", "time_entries"):
        is_last_week = entry["work_date"] >= date(2026, 5, 25)
        if entry["status"] == "submitted" and is_last_week and not entry["is_deleted"]:
            approved = {"status": "approved", "approved_at": at(on, 15)}
            _touch(entry, at(on, 15), **approved, approved_by="pm.lee@meridian.example")


def _win_deal(draft: Draft, on: date) -> None:
    deal = list(draft.where("crm", "deals", is_closed=False))[-1]
    won = {"stage": "closedwon", "is_won": True, "is_closed": True}
    _touch(
        deal,
        at(on, 17),
        **won,
        probability=Decimal(1),
        close_date=on,
        closed_at=at(on, 17),
    )
    draft.add(
        "crm",
        "stage_history",
        deal_id=deal["deal_id"],
        stage="closedwon",
        entered_at=at(on, 17),
        changed_by=deal["owner_email"],
    )


def _void_copy(draft: Draft, on: date) -> None:
    copies = (draft.get("accounting", "invoices", i) for i in sorted(draft.uncounted))
    _touch(next(copies), at(on, 16), status="void")


def _pay(draft: Draft, on: date) -> None:
    due = _first(draft, "accounting", "invoices", status="issued", kind="invoice")
    lines = draft.lines_of(due["invoice_id"])
    gross = sum((n["line_amount"] + n["tax_amount"] for n in lines), Decimal(0))
    pay(draft, "99001", due, on, gross)
    _touch(due, at(on, 16), status="paid")


def _delete_account(draft: Draft, on: date) -> None:
    accounts = draft.rows("crm", "accounts")
    doubles = {str(int(a["account_id"]) + 1) for a in accounts if _has_digits(a)}
    double = next(a for a in accounts if a["account_id"] in doubles)
    _touch(double, at(on, 16), is_deleted=True)


def _has_digits(account: Row) -> bool:
    return str(account["account_id"]).isdigit()


def _move(draft: Draft, on: date) -> None:
    client = _first(draft, "psa", "clients", currency_code="GBP")
    _touch(client, at(on, 17), city="York", postcode="YO1 7AB")


def _move_end(draft: Draft, on: date) -> None:
    project = next(
        row
        for row in draft.where("psa", "projects", status="active")
        if str(row["project_id"]).isdigit() and row["billing_type"] == "fixed_fee"
    )
    _touch(project, at(on, 16), end_date=project["end_date"] + timedelta(days=30))


EVENTS: Mapping[date, tuple[Event, ...]] = {
    date(2026, 6, 1): (_rename_client, _edit_won_deal, _log_late, _delete_entry),
    date(2026, 6, 2): (_approve_week, _win_deal, _pay),
    date(2026, 6, 3): (_void_copy, _delete_account, _edit_open_deal),
    date(2026, 6, 4): (_move, _move_end),
}
"""What happens on which day."""
