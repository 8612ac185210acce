"""The ledger and the profit and loss, read out of QuickBooks' nested reports."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pipelines.sources import Record
from pipelines.sources.quickbooks_books import Books

LEDGER_COLUMNS = (
    "tx_date",
    "txn_type",
    "line_id",
    "name",
    "memo",
    "create_date",
    "debt_amt",
    "credit_amt",
)


def months(start: date, end: date) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each month from ``start`` to ``end``."""
    first = start.replace(day=1)
    while first <= end:
        following = (first + timedelta(days=32)).replace(day=1)
        yield first, following - timedelta(days=1)
        first = following


def ledger(books: Books, start: date, end: date) -> Iterator[list[Record]]:
    """Yield every posting, a month a page: a report holds 400,000 cells at most.

    Postings dated ahead come in one page for the year to come. Where the report gives
    no line number, lines are numbered within their document.
    """
    numbered: dict[tuple[str, str], int] = defaultdict(int)
    past = list(months(start, end))
    ahead = past[-1][1] + timedelta(days=1)
    for first, last in (*past, (ahead, ahead + timedelta(days=365))):
        report = books.report(
            "GeneralLedger", first, last, columns=",".join(LEDGER_COLUMNS)
        )
        keys = [_key(column) for column in report["Columns"]["Column"]]
        page = []
        for account, row in _data(report.get("Rows", {})):
            cells = dict(zip(keys, row["ColData"], strict=True))
            if number := cells["txn_type"].get("id"):
                document = (cells["txn_type"]["value"], number)
                numbered[document] += 1
                line = _value(cells, "line_id")
                page.append(_posting(account, cells, line or str(numbered[document])))
        yield page


def _posting(account: str, cells: Mapping[str, Any], line: str) -> Record:
    return {
        "txn_type": _value(cells, "txn_type"),
        "txn_id": cells["txn_type"]["id"],
        "line_id": line,
        "account_id": account,
        "tx_date": _value(cells, "tx_date"),
        "debit": _value(cells, "debt_amt"),
        "credit": _value(cells, "credit_amt"),
        "name_id": cells.get("name", {}).get("id"),
        "memo": _value(cells, "memo"),
        "create_date": _value(cells, "create_date"),
    }


def profit_and_loss(books: Books, start: date, end: date) -> Iterator[list[Record]]:
    """Yield finance's own report, one row for each account and month with an amount."""
    report = books.report("ProfitAndLoss", start, end, summarize_column_by="Month")
    columns = report["Columns"]["Column"]
    periods = [_fact(column, "StartDate") for column in columns]
    yield [
        {
            "period": period[:7],
            "account_id": row["ColData"][0].get("id"),
            "section": section.get("group"),
            "amount": cell["value"],
        }
        for section in report.get("Rows", {}).get("Row", ())
        for _, row in _data({"Row": [section]})
        for period, cell in zip(periods, row["ColData"], strict=True)
        if period and cell.get("value")
    ]


def _data(rows: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each row of figures with the id of the account whose section it is in."""
    for row in rows.get("Row", ()):
        if "ColData" in row:
            yield above, row
        elif "Rows" in row:
            header = row.get("Header", {}).get("ColData", [{}])[0]
            yield from _data(row["Rows"], header.get("id") or above)


def _key(column: Mapping[str, Any]) -> str:
    return _fact(column, "ColKey") or str(column.get("ColType"))


def _fact(column: Mapping[str, Any], name: str) -> str:
    facts = {fact["Name"]: fact["Value"] for fact in column.get("MetaData", ())}
    return str(facts.get(name, ""))


def _value(cells: Mapping[str, Any], key: str) -> str | None:
    return cells.get(key, {}).get("value") or None
