"""QuickBooks' reports about the invented firm: nested rows of texts and blanks."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from pipelines.sandbox.speaks.quickbooks_rows import (
    BLANK,
    Report,
    column,
    month,
    months,
    opening,
    report,
    section,
)
from pipelines.sandbox.speaks.quickbooks_words import Row, World, moment, noted

TYPES = {"Invoice": "INV-", "Credit Memo": "INV-", "Payment": "PAY-"}
SECTIONS = {
    "Income": "Income",
    "Expense": "Expenses",
    "Other Expense": "OtherExpenses",
}


class Reports:
    """Answers for the general ledger and the profit and loss."""

    def __init__(self, world: World, accounts: Iterable[Mapping[str, Any]]) -> None:
        self._accounts = {account["Id"]: account for account in accounts}
        self._kinds = {
            row["invoice_id"]: "Credit Memo"
            if row["kind"] == "credit_note"
            else "Invoice"
            for row in world.records("accounting", "invoices")
        }
        lines = world.records("accounting", "journal_lines")
        self._lines = sorted(lines, key=_day)
        self._profit = world.records("accounting", "profit_and_loss")

    def general_ledger(self, query: Mapping[str, str]) -> Report:
        """Return every posting between two dates, by account."""
        keys = query["columns"].split(",")
        rows: dict[str, list[Any]] = defaultdict(list)
        first = bisect_left(self._lines, query["start_date"], key=_day)
        last = bisect_right(self._lines, query["end_date"], key=_day)
        for line in self._lines[first:last]:
            told = self._posting(line)
            rows[line["account_code"]].append(
                {"ColData": [told.get(key, BLANK) for key in keys], "type": "Data"}
            )
        sections = [
            section(self._account(code), [opening(keys), *rows[code]])
            for code in sorted(rows)
        ]
        return report("GeneralLedger", [column(key) for key in keys], sections)

    def _account(self, code: str) -> dict[str, str]:
        return {"value": self._accounts[code]["Name"], "id": code}

    def _posting(self, line: Row) -> dict[str, dict[str, str]]:
        kind, number, position = self._transaction(line)
        amount = line["net_credit_amount"]
        entry = {} if kind != "Journal Entry" else {"kind": line["kind"]}
        if entry and line["source_id"]:
            entry["source"] = f"{line['source_type']}/{line['source_id']}"
        basis = line["basis"] if entry else None
        memo = noted(
            line["description"],
            line,
            "psa_project_id",
            "company_id",
            **entry,
            basis=basis,
        )
        return {
            "tx_date": {"value": str(line["posting_date"])},
            "txn_type": {"value": kind, "id": number},
            "line_id": {"value": position},
            "name": {"value": "", "id": line["project_ref"] or ""},
            "memo": {"value": memo or ""},
            "create_date": {"value": moment(line["created_at"])},
            "debt_amt": {"value": f"{-amount:f}" if amount < 0 else ""},
            "credit_amt": {"value": f"{amount:f}" if amount > 0 else ""},
        }

    def _transaction(self, line: Row) -> tuple[str, str, str]:
        said, source = line["journal_line_id"], line["source_id"]
        kind = {
            "invoice": self._kinds.get(source, "Invoice"),
            "payment": "Payment",
        }.get(line["source_type"], "Journal Entry")
        entry, _, position = said.rpartition("-")
        if kind in TYPES and entry == f"{TYPES[kind]}{source}":
            return kind, source, position
        if entry and position.isdigit():
            return "Journal Entry", entry, position
        return "Journal Entry", said, ""

    def profit_and_loss(self, query: Mapping[str, str]) -> Report:
        """Return income and expense by account, a column for each month and a total."""
        start, end = query["start_date"][:7], query["end_date"][:7]
        cells: dict[str, dict[str, Decimal]] = defaultdict(dict)
        for row in self._profit:
            if start <= row["period"] <= end:
                cells[row["account_code"]][row["period"]] = row["net_credit_amount"]
        period = months(start, end)
        groups: dict[str, list[Any]] = defaultdict(list)
        for code, by_month in sorted(cells.items()):
            group = SECTIONS.get(self._accounts[code]["AccountType"], "OtherExpenses")
            sign = 1 if group == "Income" else -1
            values = [by_month.get(month) for month in period]
            told = [BLANK if v is None else {"value": f"{sign * v:f}"} for v in values]
            total = {"value": f"{sign * sum(by_month.values()):f}"}
            data = [self._account(code), *told, total]
            groups[group].append({"ColData": data, "type": "Data"})
        sections = [
            section({"value": group}, rows) | {"group": group}
            for group, rows in groups.items()
        ]
        columns = [column("account"), *(month(m) for m in period), column("total")]
        return report("ProfitAndLoss", columns, sections)


def _day(line: Row) -> str:
    return str(line["posting_date"])
