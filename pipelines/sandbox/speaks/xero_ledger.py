"""The invented firm's journals and profit and loss as Xero tells them."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks.xero_parties import option_names
from pipelines.sandbox.speaks.xero_words import (
    Row,
    World,
    dated,
    msdate,
    noted,
    number,
    present,
    tracking,
)


def journals(world: World) -> list[dict[str, Any]]:
    """Return the journals by number: entries in the order in which they were posted."""
    names = option_names(world)
    credits = {
        row["invoice_id"]
        for row in world.records("accounting", "invoices")
        if row["kind"] == "credit_note"
    }
    entries: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for line in world.records("accounting", "journal_lines"):
        source = line["source_type"], line["source_id"]
        entries[line["created_at"], source, line["kind"], line["basis"]].append(line)
    ordered = sorted(entries.values(), key=lambda lines: lines[0]["created_at"])
    return [
        {
            "JournalID": uuid_of(f"JOURNAL-{position}"),
            "JournalNumber": position,
            "CreatedDateUTC": msdate(lines[0]["created_at"]),
            **dated("JournalDate", lines[0]["posting_date"]),
            **_source(lines[0], credits),
            "JournalLines": [_line(line, names) for line in lines],
        }
        for position, lines in enumerate(ordered, start=1)
    ]


def _source(line: Row, credits: set[str]) -> dict[str, str]:
    kind = line["source_type"]
    if kind == "invoice":
        is_credit = line["source_id"] in credits
        return {
            "SourceType": "ACCRECCREDIT" if is_credit else "ACCREC",
            "SourceID": line["source_id"],
        }
    if kind == "payment":
        return {"SourceType": "ACCRECPAYMENT", "SourceID": line["source_id"]}
    return {"SourceType": "MANJOURNAL"}


def _line(line: Row, names: dict[str, str]) -> dict[str, Any]:
    is_manual = line["source_type"] not in ("invoice", "payment")
    source = line["source_id"] and f"{line['source_type']}/{line['source_id']}"
    entry = (
        {"kind": line["kind"], "source": source, "basis": line["basis"]}
        if is_manual
        else {}
    )
    amount = number(-line["net_credit_amount"])
    return present(
        JournalLineID=line["journal_line_id"],
        AccountID=uuid_of(line["account_code"]),
        AccountCode=line["account_code"],
        Description=noted(line["description"], line, "psa_project_id", **entry),
        NetAmount=amount,
        GrossAmount=amount,
        TaxAmount=0,
        TrackingCategories=tracking(line["project_ref"], names),
    )


def journals_page(
    told: list[dict[str, Any]], query: Mapping[str, str], since: str | None
) -> list[dict[str, Any]]:
    """Return 100 journals behind the number that `offset` names."""
    after = int(query.get("offset", "0"))
    earliest = msdate(datetime.fromisoformat(since)) if since else ""
    found = [
        journal
        for journal in told
        if journal["JournalNumber"] > after and journal["CreatedDateUTC"] >= earliest
    ]
    return found[:100]


def profit_and_loss(world: World, query: Mapping[str, str]) -> dict[str, Any]:
    """Return income and expense by account, a column for each month, newest first."""
    end = date.fromisoformat(query["toDate"])
    newest = end.year * 12 + end.month - 1
    ends = [_end(newest - back) for back in range(int(query.get("periods", "0")) + 1)]
    cells: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for row in world.records("accounting", "profit_and_loss"):
        cells[row["account_code"]][row["period"]] = row["net_credit_amount"]
    sections: dict[str, list[Any]] = {"Income": [], "Less Operating Expenses": []}
    for account in world.records("accounting", "accounts"):
        code, is_income = account["account_code"], account["account_kind"] == "revenue"
        amounts = [cells[code].get(f"{on:%Y-%m}") for on in ends]
        if any(amount is not None for amount in amounts):
            title = "Income" if is_income else "Less Operating Expenses"
            sign = 1 if is_income else -1
            told = [f"{sign * (amount or Decimal(0)):.2f}" for amount in amounts]
            sections[title].append(_row(account, told))
    header = {"RowType": "Header", "Cells": _cells("", [f"{e:%d %b %y}" for e in ends])}
    return {
        "ReportID": "ProfitAndLoss",
        "ReportName": "Profit and Loss",
        "ReportType": "ProfitAndLoss",
        "ReportTitles": ["Profit & Loss", "Meridian Advisory"],
        "ReportDate": f"{world.day:%d %B %Y}",
        "Rows": [
            header,
            *(
                {"RowType": "Section", "Title": title, "Rows": rows}
                for title, rows in sections.items()
            ),
        ],
    }


def _end(month: int) -> date:
    year, number_of = divmod(month, 12)
    return date(year, number_of + 1, monthrange(year, number_of + 1)[1])


def _row(account: Row, told: list[str]) -> dict[str, Any]:
    fact = [{"Value": uuid_of(account["account_code"]), "Id": "account"}]
    cells = _cells(account["account_name"], told)
    return {
        "RowType": "Row",
        "Cells": [cell | {"Attributes": fact} for cell in cells],
    }


def _cells(first: str, others: list[str]) -> list[dict[str, Any]]:
    return [{"Value": value} for value in (first, *others)]
