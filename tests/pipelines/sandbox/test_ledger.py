"""The books of the invented firm balance, and finance reports what the ledger says."""

from collections import defaultdict
from decimal import Decimal

from pipelines.sandbox.world import World


def test_every_journal_entry_balances(world: World) -> None:
    entries: dict[str, Decimal] = defaultdict(Decimal)
    for line in world.records("accounting", "journal_lines"):
        entries[line["journal_line_id"].rpartition("-")[0]] += line["net_credit_amount"]
    assert {entry: n for entry, n in entries.items() if n} == {}


def test_profit_and_loss_equals_the_ledger(world: World) -> None:
    reported = world.records("accounting", "profit_and_loss")
    accounts = {row["account_code"] for row in reported}
    ledger: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for line in world.records("accounting", "journal_lines"):
        if line["account_code"] in accounts:
            period = f"{line['posting_date']:%Y-%m}"
            ledger[(period, line["account_code"])] += line["net_credit_amount"]
    found = {(r["period"], r["account_code"]): r["net_credit_amount"] for r in reported}
    assert found == ledger


def test_every_issued_invoice_is_in_the_ledger_once_but_the_copy_of_core(
    world: World,
) -> None:
    issued = {
        row["invoice_id"]
        for row in world.records("accounting", "invoices")
        if row["status"] in ("issued", "paid")
    }
    posted = {
        line["source_id"]
        for line in world.records("accounting", "journal_lines")
        if line["kind"] == "invoice"
    }
    assert issued - posted == {"I-11"}
    assert posted - issued == set()


def test_the_receivable_is_what_clients_still_owe(world: World) -> None:
    rates = {
        row["invoice_id"]: row["exchange_rate"]
        for row in world.records("accounting", "invoices")
        if row["status"] in ("issued", "paid") and row["invoice_id"] != "I-11"
    }
    billed = sum(
        (line["line_amount"] + line["tax_amount"]) * rates[line["invoice_id"]]
        for line in world.records("accounting", "invoice_lines")
        if line["invoice_id"] in rates
    )
    settled = sum(
        row["paid_amount"] * rates[row["invoice_id"]]
        for row in world.records("accounting", "payments")
    )
    receivable = -sum(
        line["net_credit_amount"]
        for line in world.records("accounting", "journal_lines")
        if line["account_code"] == "1100"
    )
    assert abs(billed - settled - receivable) < 50
