"""Invented firms whose bills are paid late, before they are written, or not at all."""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
from calendars import COLUMNS, LISTED
from known_firm import plant_firm

from pipelines.limits import LIMITS
from pipelines.sandbox.dates import AS_OF, working_day, working_days
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.truths import SYSTEMS, Truths

EVENT = "invoice_to_paid"
Broken = set[tuple[str, str, str]]
"""State, event and record."""
INVOICES = (
    "reported_accounting_amount decimal(18, 2); is_copy boolean; invoice_date date; "
    "due_date date"
)
PAYMENTS = "payment_date date; settled_amount decimal(18, 2)"


def spoil(draft: Draft, n_of_each: int) -> Broken:
    """Break the payment of some bills that were paid in time; return what to find."""
    paid: dict[str, list[Row]] = defaultdict(list)
    for payment in draft.rows("accounting", "payments"):
        paid[payment["invoice_id"]].append(payment)
    fit = [
        row
        for row in draft.where("accounting", "invoices", status="paid", kind="invoice")
        if len(paid[row["invoice_id"]]) == 1
        and working_day(row["due_date"], 15) < AS_OF
        and paid[row["invoice_id"]][0]["payment_date"] <= row["due_date"]
        and row["invoice_id"].isdigit()
    ]
    broken: Broken = set()
    states = ("late", "missing", "out_of_order")
    for place, bill in enumerate(fit[:: len(fit) // (3 * n_of_each)][: 3 * n_of_each]):
        state, payment = states[place % 3], paid[bill["invoice_id"]][0]
        if state == "late":
            payment["payment_date"] = working_day(bill["due_date"], 9)
        elif state == "out_of_order":
            payment["payment_date"] = bill["invoice_date"] - timedelta(days=6)
        else:
            payment["invoice_id"], bill["status"] = None, "issued"
        record = f"{SYSTEMS['accounting']}:invoice:{bill['invoice_id']}"
        broken.add((state, EVENT, record))
    return broken


def of_itself(draft: Draft, truths: Truths) -> Broken:
    """Return what the invented firm's own bills show, told from its dates alone."""
    last = {
        payment["invoice_id"]: payment["payment_date"]
        for payment in sorted(
            draft.rows("accounting", "payments"), key=lambda row: row["payment_date"]
        )
    }
    copies = copied(truths)
    broken: Broken = set()
    for bill in draft.where("accounting", "invoices", kind="invoice"):
        number = bill["invoice_id"]
        if bill["status"] in ("draft", "void") or number in copies:
            continue
        next_day = bill["due_date"] + timedelta(days=1)
        record = f"{SYSTEMS['accounting']}:invoice:{number}"
        if bill["status"] != "paid":
            if working_days(next_day, AS_OF):
                broken.add(("missing", EVENT, record))
        elif working_days(next_day, last[number]):
            broken.add(("late", EVENT, record))
    return broken


def copied(truths: Truths) -> set[str]:
    """Return the bills that were entered twice."""
    return {a.record_id for a in truths.answers if a.kind == "duplicate_invoice"}


def judged(path: Path, draft: Draft, truths: Truths) -> Broken:
    """Return every bill whose payment is not in order, of a firm that is known."""
    planted = plant_firm(path, draft, truths)
    limits = [{"event": key, "working_days": days} for key, days in LIMITS.items()]
    planted.rows("rules.limits", limits, "working_days integer")
    for name in set(LISTED) - {"billing"}:
        planted.rows(f"int_{name}_handoffs__listed", [], COLUMNS)
    own, copies = f"{SYSTEMS['accounting']}:", copied(truths)
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for line in draft.rows("accounting", "invoice_lines"):
        totals[line["invoice_id"]] += line["line_amount"] + (line["tax_amount"] or 0)
    planted.rows(
        "invoices",
        [
            bill
            | {
                "invoice_id": f"{own}invoice:{bill['invoice_id']}",
                "source_record_id": bill["invoice_id"],
                "source_system": SYSTEMS["accounting"],
                "client_id": bill["customer_id"],
                "is_copy": bill["invoice_id"] in copies,
                "reported_accounting_amount": totals[bill["invoice_id"]],
            }
            for bill in draft.rows("accounting", "invoices")
        ],
        INVOICES,
    )
    planted.rows(
        "payments",
        [
            {
                "invoice_id": f"{own}invoice:{payment['invoice_id']}",
                "payment_date": payment["payment_date"],
                "settled_amount": payment["paid_amount"],
            }
            for payment in draft.rows("accounting", "payments")
            if payment["invoice_id"]
        ],
        PAYMENTS,
    )
    planted.rows("int_time_entries__billed", [], BILLED)
    planted.rows("int_billing_runs__due", [], RUNS)
    planted.build_up_to("int_handoffs__timed")
    with duckdb.connect(str(path), read_only=True) as opened:
        return set(
            opened.execute(
                "select state, event, record_id from intermediate.int_handoffs__timed "
                "where state not in ('pending', 'on_time')"
            ).fetchall()
        )


BILLED = "record_id varchar; invoice_date date; value_amount decimal(18, 2)"
RUNS = "project_id varchar; ready_date date; overdue_from date"
