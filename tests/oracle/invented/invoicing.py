"""Invoices, credit notes and payments of an invented client."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.oracle.invented.clients import Client

TAX = Decimal("0.20")


def invoice(
    client: Client,
    day: date,
    amounts: list[tuple[dict[str, Any] | None, Decimal]],
    **said: Any,
) -> list[dict[str, Any]]:
    """Add an invoice with one line for each project and amount; return its lines."""
    firm = client.firm
    one = firm.id("I")
    line = said.pop("line", {})
    inclusive = firm.chance(0.15)
    head = {
        "invoice_id": one,
        "invoice_number": f"N-{one}",
        "customer_id": client.customer,
        "invoice_date": day,
        "due_date": day + timedelta(30),
        "status": "issued",
        "currency_code": client.currency,
        "is_tax_inclusive": inclusive,
        "kind": "invoice",
        "created_at": firm.moment(day),
        "is_deleted": False,
    } | said
    firm.add("accounting", "invoices", **head)
    found = []
    for project, amount in amounts:
        tax = (
            (amount * TAX).quantize(Decimal("0.01"))
            if client.currency == "GBP"
            else (Decimal(0))
        )
        found.append(
            firm.add(
                "accounting",
                "invoice_lines",
                **(
                    {
                        "invoice_line_id": firm.id("L"),
                        "invoice_id": one,
                        "line_amount": amount + tax if inclusive else amount,
                        "tax_amount": tax,
                        "psa_project_id": project["project_id"] if project else None,
                        "account_code": "4000",
                        "is_project_work": True,
                        "line_kind": "progress",
                    }
                    | line
                ),
            )
        )
    return found


def bill_time(
    client: Client, row: dict[str, Any], entries: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Bill approved entries of a project, in one or two invoices; return them."""
    firm = client.firm
    ready = [
        one
        for one in entries
        if one["approved_at"]
        and one["is_billable"]
        and not one["is_deleted"]
        and firm.chance(0.7)
    ]
    half = len(ready) // 2
    found = []
    for own in (ready[:half], ready[half:]):
        if not own:
            continue
        last = max(one["approved_at"].date() for one in own)
        day = firm.day(min(last + timedelta(1), firm.as_of), firm.as_of)
        value = sum(one["hours"] * one["bill_rate"] for one in own)
        off = Decimal(firm.random.choice((0, 0, 0, -100, -50, 40)))
        [line] = invoice(client, day, [(row, value + off)], line={"line_kind": "time"})
        found.append(line)
        for one in own:
            firm.add(
                "accounting",
                "invoice_line_times",
                invoice_line_id=line["invoice_line_id"],
                time_entry_id=one["time_entry_id"],
            )
        if off and firm.chance(0.8):
            kind = (
                "rate_difference"
                if firm.chance(0.3)
                else ("write_up" if off > 0 else "write_down")
            )
            firm.add(
                "accounting",
                "line_adjustments",
                invoice_line_id=line["invoice_line_id"],
                kind=kind,
                adjustment_amount=off,
                reason="agreed" if kind != "rate_difference" else None,
                approved_by="lead@firm.example",
            )
    return found


def bill_fee(client: Client, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Bill parts of a fee, ahead of the work or behind it."""
    firm = client.firm
    found: list[dict[str, Any]] = []
    for _ in range(firm.random.randint(0, 3)):
        amount = (row["current_amount"] / 5).quantize(Decimal(1))
        if amount > 0 and row["start_date"] < firm.as_of:
            day = firm.day(row["start_date"], firm.as_of)
            found += invoice(client, day, [(row, amount)])
    return found


def extras(client: Client) -> None:
    """Add what stands in every ledger: drafts, voids, copies, credit notes, resale."""
    firm = client.firm
    fees = [
        one for one in client.projects if one["billing_type"] != "time_and_materials"
    ]
    own = fees[0] if fees else None
    day = firm.day(firm.as_of - timedelta(200), firm.as_of)
    for share, project, amount, said in (
        (0.15, own, 999, {"status": "draft"}),
        (0.15, own, 700, {"status": "void"}),
        (0.2, None, 1500, {}),
        (0.15, None, 800, {"line": {"is_project_work": False, "line_kind": "other"}}),
        (0.15, own, 321, {"line": {"line_kind": "expense"}}),
        (0.1, own, 5000, {"line": {"account_code": "3000", "line_kind": "other"}}),
        (0.2, own, -300, {"kind": "credit_note", "reason": "goodwill"}),
        (0.1, own, -200, {"kind": "credit_note"}),
    ):
        if firm.chance(share) and (project or amount in (1500, 800)):
            invoice(client, day, [(project, Decimal(amount))], **said)
    if firm.chance(0.2) and own:
        for _ in range(2):
            invoice(client, day, [(own, Decimal(1234))])
