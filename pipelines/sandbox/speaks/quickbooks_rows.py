"""The form of QuickBooks' reports: sections, rows, columns."""

from datetime import date
from typing import Any

BLANK = {"value": ""}
Report = dict[str, Any]


def section(header: dict[str, str], rows: list[Any]) -> dict[str, Any]:
    """Return a section of rows below a header."""
    return {
        "Header": {"ColData": [header]},
        "Rows": {"Row": rows},
        "Summary": {"ColData": [{"value": f"Total {header['value']}"}]},
        "type": "Section",
    }


def opening(keys: list[str]) -> dict[str, Any]:
    """Return the row that opens an account and is no posting."""
    told = {"tx_date": {"value": "Beginning Balance"}}
    return {"ColData": [told.get(key, BLANK) for key in keys], "type": "Data"}


def report(name: str, columns: list[Any], rows: list[Any]) -> Report:
    """Return the whole answer."""
    options = [] if rows else [{"Name": "NoReportData", "Value": "true"}]
    return {
        "Header": {"ReportName": name, "ReportBasis": "Accrual", "Option": options},
        "Columns": {"Column": columns},
        "Rows": {"Row": rows} if rows else {},
    }


def column(key: str) -> dict[str, Any]:
    """Return the description of a column."""
    return {"ColTitle": key, "MetaData": [{"Name": "ColKey", "Value": key}]}


def month(month: str) -> dict[str, Any]:
    """Return the description of a month's column."""
    told = column(month)
    told["MetaData"].append({"Name": "StartDate", "Value": f"{month}-01"})
    return told


def months(start: str, end: str) -> list[str]:
    """Return the months from one to another, written YYYY-MM."""
    first, last = (date.fromisoformat(f"{month}-01") for month in (start, end))
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = (first.year * 12 + first.month - 1 + step for step in range(count))
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]
