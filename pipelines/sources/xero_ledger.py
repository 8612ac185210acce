"""The journals of Xero and its profit and loss, as rows of its raw tables."""

from collections.abc import Iterator
from datetime import date, datetime

from pipelines.sources import Page, Reader, Record, TableError
from pipelines.sources.xero_books import Books
from pipelines.sources.xero_documents import tracked
from pipelines.sources.xero_words import day, moment, written_day

REPORT = "Reports/ProfitAndLoss"


def journals(books: Books, category: str) -> Reader:
    """Return a reader of the journals that were posted.

    Only the Advanced tier may read them. A tenant that never could has no ledger here,
    and recognised is billed; one that no longer may keeps its last complete rows.
    """

    def read(since: datetime | None) -> Iterator[Page]:
        try:
            for page in books.journals(since):
                yield [
                    _line(told, line, category)
                    for told in page
                    for line in told.get("JournalLines") or ()
                ]
        except TableError:
            if since is not None:
                raise

    return read


def _line(told: Record, line: Record, category: str) -> Record:
    return {
        "journal_line_id": line.get("JournalLineID"),
        "journal_id": told.get("JournalID"),
        "journal_number": told.get("JournalNumber"),
        "journal_date": day(told, "JournalDate"),
        "source_id": told.get("SourceID"),
        "source_type": told.get("SourceType"),
        "account_code": line.get("AccountCode") or line.get("AccountID"),
        "net_amount": line.get("NetAmount"),
        "description": line.get("Description"),
        "project_id": tracked(line.get("TrackingCategories"), category),
        "created_date_utc": moment(told.get("CreatedDateUTC")),
    }


def profit_and_loss(books: Books) -> Reader:
    """Return a reader of finance's own report, a calendar year a call.

    The columns of a report over months are as long as its own month, and reach back
    from it: asked for December, every month is whole.
    """

    def read(since: datetime | None) -> Iterator[Page]:
        first, today = books.beginning(), books.today()
        accounts = {str(told.get("AccountID")): told for told in books.accounts}
        for year in range(first.year, today.year + 1):
            told = books.get(
                REPORT,
                {
                    "fromDate": f"{year}-12-01",
                    "toDate": f"{year}-12-31",
                    "periods": "11",
                    "timeframe": "MONTH",
                    "standardLayout": "true",
                },
            )
            ends: list[date | None] = []
            for row in told["Reports"][0]["Rows"]:
                if row["RowType"] == "Header":
                    ends = [written_day(cell["Value"]) for cell in row["Cells"]]
            yield [
                _amount(accounts, row, end, cell)
                for section in told["Reports"][0]["Rows"]
                for row in section.get("Rows") or ()
                if _account(row)
                for end, cell in zip(ends, row["Cells"], strict=True)
                if end and cell["Value"] and _is_amount(cell["Value"])
            ]

    return read


def _is_amount(said: str) -> bool:
    """Return whether a cell holds an amount: months without one say 0.00."""
    return said.strip("-0.") != ""


def _account(row: Record) -> str | None:
    for fact in row["Cells"][0].get("Attributes") or ():
        if fact.get("Id") == "account":
            return str(fact["Value"])
    return None


def _amount(
    accounts: dict[str, Record], row: Record, end: date, cell: Record
) -> Record:
    account = accounts.get(_account(row) or "", {})
    return {
        "period": f"{end:%Y-%m}",
        "account_code": account.get("Code") or _account(row),
        "class": account.get("Class"),
        "amount": cell["Value"],
    }
