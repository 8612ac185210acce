"""A page's rows as a file that a spreadsheet opens safely."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from dashboards.warehouse import Row
from pipelines.quoted import quoted
from pipelines.workbook import Sheet, written

DEFINITIONS = "docs/data_dictionary.md"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(value: object) -> str:
    """Write one cell; text that a spreadsheet would run as a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int | float):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return quoted(str(value))


def text(
    question: str,
    filters_text: str,
    firm: Row,
    records: Sequence[Row],
    total: tuple[str, Decimal] | None = None,
) -> str:
    """Return the file: header lines, the rows as shown, and their total."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    header = {"Question": question, "Filters": filters_text} | described(firm)
    for name, value in header.items():
        write([f"# {name}", safe(value)])
    columns = list(records[0]) if records else ["no rows"]
    write(columns)
    for record in records:
        write([safe(record[column]) for column in columns])
    if total is not None and records:
        column, amount = total
        write(
            safe(amount) if name == column else "Total" if place == 0 else ""
            for place, name in enumerate(columns)
        )
    return out.getvalue()


def workbook(
    question: str, filters_text: str, firm: Row, lists: Mapping[str, Sequence[Row]]
) -> bytes:
    """Return an Excel file: a sheet about it, then one sheet of rows for each title."""
    about = {"Question": question, "Filters": filters_text} | described(firm)
    return written(
        [
            Sheet("About", ("what", "it says"), [*about.items()]),
            *(_listed(title, rows) for title, rows in lists.items()),
        ]
    )


def _listed(title: str, rows: Sequence[Row]) -> Sheet:
    columns = list(rows[0]) if rows else ["no rows"]
    return Sheet(title, columns, [[row[name] for name in columns] for row in rows])


def described(firm: Row) -> dict[str, object]:
    """Return what every file says about itself: whose data, of when, by which code."""
    return {
        "Firm": firm["firm_name"],
        "Invented data": bool(firm["is_invented"]),
        "As of": firm["as_of"],
        "Data from (UTC)": firm["run_at"],
        "Run": firm["run_id"],
        "Code": firm["code_version"],
        "Currency": firm["reporting_currency"],
        "Definitions": DEFINITIONS,
    }


def file_name(name: str, firm: Row, kind: str = "csv") -> str:
    """Name the file after its page and the day it speaks of."""
    return f"plumbline_{name}_{firm['as_of']:%Y-%m-%d}.{kind}"
