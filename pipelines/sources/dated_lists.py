"""Lists of hours, too long to be read every night, by stretches of their days."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from pipelines.sources import Listed, Page, Reader, Record
from pipelines.sources.whole_lists import Lists

LOOK_BACK = timedelta(days=90)
"""How many days of work are read again each night. Hours that were deleted there are
found the next morning, older ones when everything is read."""

YEARS = 40
"""How far back a list is looked for, if its system never says that nothing is left."""

Rows = Callable[[list[Record]], list[Record]]


class DatedLists(Lists):
    """An account whose lists of days can be asked for by day, and by change."""

    @abstractmethod
    def between(self, first: date | None, last: date | None) -> dict[str, str]:
        """Return how to ask for days from ``first`` to ``last``, both included."""

    @abstractmethod
    def changed(self, since: datetime) -> dict[str, str]:
        """Return how to ask for what changed since then."""

    @abstractmethod
    def count(self, name: str, **said: str) -> int:
        """Return how many records of a list there are under these conditions."""

    def reader(self, name: str, column: str, today: date, rows: Rows) -> Reader:
        """Return a reader of a list whose ``column`` is a day.

        It reads everything quarter by quarter; or else what changed, and the last days
        whole, which tells what was deleted there.
        """

        def read(since: datetime | None) -> Iterator[Page]:
            if since is None:
                for page in self._everything(name, today):
                    yield rows(page)
                return
            first = since.date() - LOOK_BACK
            for said in (self.changed(since), self.between(first, None)):
                for page in self.listed(name, **said):
                    yield rows(page)
            yield Listed(column, first)

        return read

    def _everything(self, name: str, today: date) -> Iterator[list[Record]]:
        """Yield a whole list, the newest quarter first, until nothing is older.

        A list of a million hours changes while it is read; a quarter of it hardly does.
        """
        last = None
        for first in quarters(today):
            yield from self.listed(name, **self.between(first, last))
            last = first - timedelta(days=1)
            if not self.count(name, **self.between(None, last)):
                return


def quarters(today: date) -> Iterator[date]:
    """Yield the first day of this quarter and of those before it."""
    for year in range(today.year, today.year - YEARS, -1):
        for month in (10, 7, 4, 1):
            if (year, month) <= (today.year, today.month):
                yield date(year, month, 1)
