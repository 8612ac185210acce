"""The readers of QuickBooks: each tells one raw table."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from pipelines.sources import Page, Reader, Record, SourceError, TableError
from pipelines.sources.quickbooks_books import Books
from pipelines.sources.quickbooks_documents import invoice
from pipelines.sources.quickbooks_ledger import months
from pipelines.sources.quickbooks_records import value

DOCUMENTS = ("Invoice", "CreditMemo")


def whole_list(
    books: Books, entity: str, row: Callable[[Record], Record], where: str = ""
) -> Reader:
    """Return a reader of a whole list of names or documents."""

    def read(since: datetime | None) -> Iterator[Page]:
        for page in books.listed(entity, where=where):
            yield [row(told) for told in page]

    return read


def invoices(books: Books) -> Reader:
    """Return a reader of the invoices and credit memos that changed."""

    def read(since: datetime | None) -> Iterator[Page]:
        for entity in DOCUMENTS:
            for page in books.changed(entity, since):
                yield [invoice(told, entity) for told in page]

    return read


def invoice_ids(books: Books) -> Reader:
    """Return a reader of the ids of all invoices and credit memos that exist."""

    def read(since: datetime | None) -> Iterator[Page]:
        try:
            for entity in DOCUMENTS:
                for page in books.listed(entity, what="Id"):
                    yield [{"id": told.get("Id")} for told in page]
        except TableError as error:
            # Invoices without their list of ids would all look deleted: hold back both.
            raise SourceError(books.client.system, "ids", str(error)) from error

    return read


def closed_periods(books: Books) -> Reader:
    """Return a reader of the months that the closing date covers."""

    def read(since: datetime | None) -> Iterator[Page]:
        settings = books.only("Preferences")
        closed = value(settings, "AccountingInfoPrefs", "BookCloseDate")
        if closed:
            day = date.fromisoformat(closed)
            yield [
                {
                    "period": f"{first:%Y-%m}",
                    "book_close_date": closed,
                    "last_updated_time": settings["MetaData"]["LastUpdatedTime"],
                }
                for first, last in months(books.beginning(), day)
                if last <= day
            ]

    return read


def report(
    books: Books, told: Callable[[Books, date, date], Iterator[list[Record]]]
) -> Reader:
    """Return a reader of a report from the first month of the books until today."""

    def read(since: datetime | None) -> Iterator[Page]:
        yield from told(books, books.beginning(), books.today())

    return read
