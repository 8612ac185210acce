"""Single things that people do to records on a later day."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from pipelines.sandbox.dates import at
from pipelines.sandbox.draft import Draft, Row


def first(draft: Draft, role: str, table: str, **values: Any) -> Row:
    """Return the first record outside the worked examples with these values."""
    return next(
        row for row in draft.where(role, table, **values) if _is_of_house(row, table)
    )


def _is_of_house(row: Row, table: str) -> bool:
    """Return whether the record lies outside the worked examples."""
    key = {"accounts": "account_id", "deals": "deal_id", "clients": "client_id"}
    return str(row[key.get(table, next(iter(row)))]).isdigit()


def touch(row: Row, moment: datetime, **values: Any) -> None:
    """Change a record and the moment at which it was last changed."""
    row |= values | {"updated_at": moment}


def rename_client(draft: Draft, on: date) -> None:
    """Give one client another name in the CRM."""
    account = first(draft, "crm", "accounts")
    name = f"{account['account_name']} Group"
    _change(draft, account, "account_name", name, on)


def _change(draft: Draft, row: Row, field: str, new: object, on: date) -> None:
    record_type = "account" if "account_name" in row else "deal"
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


def edit_won_deal(draft: Draft, on: date) -> None:
    """Take something off a deal that was won long ago."""
    deals = [d for d in draft.where("crm", "deals", is_won=True) if _is_digit(d)]
    deal = deals[-12]
    _change(draft, deal, "net_amount", deal["net_amount"] - 1500, on)


def _is_digit(deal: Row) -> bool:
    return str(deal["deal_id"]).isdigit()


def edit_open_deal(draft: Draft, on: date) -> None:
    """Raise the amount of an open deal."""
    deal = next(d for d in draft.where("crm", "deals", is_closed=False))
    _change(draft, deal, "net_amount", deal["net_amount"] + 4000, on)


def win_deal(draft: Draft, on: date) -> None:
    """Win an open deal; nobody set up its project yet."""
    deal = list(draft.where("crm", "deals", is_closed=False))[-1]
    won = {"stage": "closedwon", "is_won": True, "is_closed": True}
    touch(
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


def delete_account(draft: Draft, on: date) -> None:
    """Delete a client record that the CRM held twice."""
    accounts = draft.rows("crm", "accounts")
    doubles = {str(int(a["account_id"]) + 1) for a in accounts if _has_digits(a)}
    double = next(a for a in accounts if a["account_id"] in doubles)
    touch(double, at(on, 16), is_deleted=True)


def _has_digits(account: Row) -> bool:
    return str(account["account_id"]).isdigit()


def move(draft: Draft, on: date) -> None:
    """Change the address of one client in PSA."""
    client = first(draft, "psa", "clients", currency_code="GBP")
    touch(client, at(on, 17), city="York", postcode="YO1 7AB")


def move_end(draft: Draft, on: date) -> None:
    """Move the end of one project by a month."""
    project = next(
        row
        for row in draft.where("psa", "projects", status="active")
        if str(row["project_id"]).isdigit() and row["billing_type"] == "fixed_fee"
    )
    touch(project, at(on, 16), end_date=project["end_date"] + timedelta(days=30))
