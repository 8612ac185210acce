"""One module per source system. Each knows its API and nothing else.

A connector is a module with five names, and `load.py` does the rest:

- ``SECRETS``: the environment variables a real system needs, in a tuple
  (``OPTIONAL_SECRETS``: those that only one way of signing in needs);
- ``BASE_ADDRESS``: where the real API answers;
- ``TABLES``: a tuple of `RawTable`, every table of ``raw_<system>`` with its columns
  (`imports` has one such tuple for each role, in a dictionary);
- ``client(connection, firm, address, secrets)``: the `http.Client` that signs in;
- ``source(connection, firm, client)``: a `Reader` per table name, in loading order.

A reader yields pages of records (dicts with exactly the declared column names; a column
that is left out is null), Arrow tables, a `Rejected` for a record that it cannot tell
itself, or `Listed` when it has told everything from a day on. It passes on what the API
said: the text of amounts, times and booleans becomes the declared type on the way to
the warehouse, and a record that does not fit is quarantined with a reason. It never
adds `connection`.
A reader that cannot finish raises `SourceError`; then nothing of that source is loaded
tonight, and last night's rows stay. Raise `TableError` to hold back one table only.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

import pyarrow as pa

from pipelines.sources.pages import Ending, Listed, Rejected, Unknown

__all__ = [
    "Ending",
    "LimitError",
    "Listed",
    "Page",
    "PassingError",
    "RawTable",
    "Reader",
    "Record",
    "Rejected",
    "Source",
    "SourceError",
    "TableError",
    "Unknown",
    "columns",
]

Record = dict[str, Any]


Page: TypeAlias = list[Record] | pa.Table | Rejected | Unknown | Ending | Listed
Reader: TypeAlias = Callable[[datetime | None], Iterable[Page]]
"""Reads one table. It is given the newest moment (UTC, without a zone) that the
warehouse already holds in the table's `cursor` column, less the overlap; None means
everything. A reader is free to ignore it and read everything every night."""

Source: TypeAlias = Mapping[str, Reader]


class SourceError(RuntimeError):
    """A system did not answer completely: its last complete rows stay in force.

    The message names the system and the resource, and never holds a secret.
    """

    code = ""
    """The reason code of an answer that no record could be taken from."""

    table = ""
    """The table that was being read."""

    def __init__(self, system: str, resource: str, what: str) -> None:
        super().__init__(f"{system}, {resource}: {what}")


class TableError(SourceError):
    """One table of a system cannot be read; the others can."""


class PassingError(SourceError):
    """A system could not be read on just now: what came before is still true."""


class LimitError(PassingError):
    """A system answers no more until `resets_at` (UTC), when it said so."""

    def __init__(
        self, system: str, resource: str, what: str, resets_at: datetime | None
    ) -> None:
        super().__init__(system, resource, what)
        self.resets_at = resets_at


@dataclass(frozen=True)
class RawTable:
    """One table of a raw schema as we declare it, whether or not the firm uses it.

    `columns` maps each column to its kind: text, decimal, integer, boolean, date or
    timestamp (UTC, without a zone). `connection` comes first and is part of the key;
    both are added here and not written in `columns` or `key`.
    """

    name: str
    columns: Mapping[str, str]
    key: tuple[str, ...]
    cursor: str | None = None
    """The column that moves when a record changes; None reads everything each night."""

    required: tuple[str, ...] = ()
    """Columns without which a record is quarantined, besides the key."""

    may_be_empty: bool = False
    """Whether a complete list without any row is believed, as a firm's own file is."""

    forgets: bool = False
    """Whether the system drops old rows by itself, such as a history after two years:
    what it no longer tells stays true."""

    is_complete_list: bool = False
    """Whether each reading replaces the table: what is not in it no longer exists.
    Only for tables whose source tells a whole list and whose rows nothing refers to."""

    is_restricted: bool = False
    """Whether only the restricted schema may hold it, because it tells of pay."""


def columns(said: str) -> dict[str, str]:
    """Return the columns of a table from words like ``id amount:decimal``."""
    words = (word.partition(":") for word in said.split())
    return {name: kind or "text" for name, _, kind in words}
