"""Who changed what: the history of the documents that changed since last night."""

import re
from collections.abc import Iterator
from datetime import datetime

from pipelines.sources import Page, Reader, Record
from pipelines.sources.paging import records
from pipelines.sources.xero_books import Books
from pipelines.sources.xero_words import moment, written_day

HISTORY_CALLS = 300
"""How many records' histories one night asks for: each is a call of its own, and a
tenant may make 1,000 or 5,000 a day."""

KINDS = {"Invoices": "invoice", "CreditNotes": "invoice", "Contacts": "customer"}
FIELDS = {
    "Name": "customer_name",
    "Email": "email",
    "Tax Number": "tax_id",
    "Invoice Number": "invoice_number",
    "Date": "invoice_date",
    "Due Date": "due_date",
    "Reference": "reason",
    "Status": "status",
}
"""The words of a history for the columns of the common model."""

_CHANGED = re.compile(r"([A-Z][A-Za-z ]*?) changed from (.*?) to (.*?)(?:; |\.?$)")


def histories(books: Books) -> Reader:
    """Return a reader of what the changed documents say about themselves."""

    def read(since: datetime | None) -> Iterator[Page]:
        newest = sorted(books.changed, reverse=True)[:HISTORY_CALLS]
        for _, name, number in newest:
            path = f"{name}/{number}/History"
            body = books.get(path)
            told = records(books.client.system, path, body, "HistoryRecords")
            oldest = sorted(told, key=lambda record: str(moment(record["DateUTC"])))
            yield [
                row
                for entry, record in enumerate(oldest, start=1)
                for row in _rows(KINDS[name], number, entry, record)
            ]

    return read


def _rows(kind: str, number: str, entry: int, told: Record) -> Iterator[Record]:
    details = str(told.get("Details") or "")
    parts = _CHANGED.findall(details) or [(None, None, None)]
    for part, (field, old, new) in enumerate(parts, start=1):
        yield {
            "record_type": kind,
            "record_id": number,
            "entry": entry,
            "part": part,
            "date_utc": moment(told.get("DateUTC")),
            "changes": told.get("Changes"),
            "details": details or None,
            "user": told.get("User"),
            "field": field and FIELDS.get(field.strip(), field.strip()),
            "old_value": _value(old),
            "new_value": _value(new),
        }


def _value(said: str | None) -> str | None:
    """Return what a field held; days as ISO 8601."""
    on = written_day(said or "")
    return on.isoformat() if on else said or None
