"""The readers of Xero: each tells one raw table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from pipelines.sources import Page, Reader, Record
from pipelines.sources.xero_books import KEYS, Books
from pipelines.sources.xero_history import KINDS
from pipelines.sources.xero_words import day, moment

Row = Callable[[Record], Record]


def documents(books: Books, rows: Mapping[str, Row], names: Sequence[str]) -> Reader:
    """Return a reader of what changed in one or several lists."""

    def read(since: datetime | None) -> Iterator[Page]:
        base = books.organisation.get("BaseCurrency")
        for name in names:
            for page in books.listed(name, since):
                if name in KINDS:
                    books.changed.extend(
                        (str(moment(told["UpdatedDateUTC"])), name, told[KEYS[name]])
                        for told in page
                    )
                yield [rows[name](told) | {"base_currency": base} for told in page]

    return read


def whole(books: Books, name: str, row: Row) -> Reader:
    """Return a reader of a list that Xero tells whole."""

    def read(since: datetime | None) -> Iterator[Page]:
        yield [row(told) for told in books.all_of(name)]

    return read


def closed_periods(books: Books) -> Reader:
    """Return a reader of the months that a lock date covers.

    The period lock keeps everybody but advisers out, the year's lock everybody.
    """

    def read(since: datetime | None) -> Iterator[Page]:
        locks = [
            day(books.organisation, name)
            for name in ("PeriodLockDate", "EndOfYearLockDate")
        ]
        told = [date.fromisoformat(lock) for lock in locks if lock]
        if told:
            lock = max(told)
            yield [
                {"period": f"{last:%Y-%m}", "lock_date": str(lock)}
                for last in _month_ends(books.beginning(), lock)
            ]

    return read


def _month_ends(start: date, until: date) -> Iterator[date]:
    first = start.replace(day=1)
    while True:
        first = (first + timedelta(days=32)).replace(day=1)
        last = first - timedelta(days=1)
        if last > until:
            return
        yield last
