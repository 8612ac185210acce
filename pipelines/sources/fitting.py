"""Which records of a page fit their table, and what is wrong with the others."""

import json
from collections import Counter
from collections.abc import Sequence

import pyarrow as pa

from pipelines.sources import RawTable, Record, Rejected, TableError
from pipelines.sources.kinds import KINDS, arrow_schema
from pipelines.sources.reason_codes import REASONS
from pipelines.sources.texts import wrong_with
from pipelines.sources.values import Malformed, Unreadable

FEWEST = 10
"""Below this many records nobody can say that a whole column has changed."""

CHANGES = {"key_type_changed", "amount_text_locale", "amount_thousands", "date_invalid"}
"""Codes that speak of the form of a column when most of its records have them."""


def fit(
    table: RawTable, connection: str, page: Sequence[Record], page_name: str
) -> tuple[pa.Table, list[Rejected]]:
    """Return the records of ``page`` that fit, and what is to be told about others."""
    told: dict[int, Rejected] = {}
    flagged: list[Rejected] = []
    values: dict[str, list[object]] = {}
    for name, kind in table.columns.items():
        values[name] = column = []
        is_needed = name in table.key or name in table.required
        for row, record in enumerate(page):
            try:
                column.append(_value(record, name, kind, table, is_needed))
            except Unreadable as why:
                column.append(None)
                if row not in told:
                    what = f"{name}: {why}"
                    told[row] = _told(table, (page_name, row), record, what, why.code)
        if kind == "text":
            flagged += [
                _told(table, (page_name, row), page[row], f"{name}: {text!r}", code)
                for row, code, text in _odd(column)
            ]
    kept = [row for row in range(len(page)) if row not in told]
    schema = arrow_schema(table)
    columns = [
        pa.array([connection] * len(kept), pa.string()),
        *(
            pa.array([values[name][row] for row in kept], schema.field(name).type)
            for name in table.columns
        ),
    ]
    rows_told = {row + 1 for row in told}
    return pa.table(columns, schema=schema), [
        *told.values(),
        *(flag for flag in flagged if flag.row_number not in rows_told),
    ]


def refuse_changed_columns(
    table: RawTable, connection: str, rejected: Sequence[Rejected], n_read: int
) -> None:
    """Raise TableError when most records fail for one column: it means something else.

    Setting thousands of rows aside one by one would empty the table instead.
    """
    causes = Counter(
        (row.reason.partition(" ")[0].rstrip(":").lower(), row.reason_code)
        for row in rejected
        if row.reason_code in CHANGES
    )
    for (column, code), count in causes.most_common(1):
        if n_read >= FEWEST and 2 * count > n_read:
            raise TableError(
                connection,
                table.name,
                f"{count} of {n_read} records do not fit the column {column}: "
                f"{rejected[0].reason} {REASONS[code].advice} The table keeps its last "
                "rows until the column is as it was.",
            )


def _value(
    record: Record, name: str, kind: str, table: RawTable, is_needed: bool
) -> object:
    said = record.get(name)
    if isinstance(said, Malformed):
        raise Unreadable(said.code, said)
    if said is None or said == "":
        if not is_needed:
            return None
        missing = "key_null" if name in record else "key_missing"
        raise Unreadable(missing if said is None else "key_empty", said)
    if name in table.key and isinstance(said, bool | float | dict | list):
        raise Unreadable("key_type_changed", said)
    if name in table.key and isinstance(said, str) and said != said.strip():
        raise Unreadable("key_whitespace", said)
    return KINDS[kind].read(said)


def _odd(column: Sequence[object]) -> list[tuple[int, str, str]]:
    """Return position, code and text of every odd text of a column."""
    return [
        (row, code, text)
        for row, text in enumerate(column)
        if isinstance(text, str) and (code := wrong_with(text))
    ]


def _told(
    table: RawTable, place: tuple[str, int], record: Record, what: str, code: str
) -> Rejected:
    key = "/".join(str(record.get(part)) for part in table.key)
    payload = json.dumps(record, default=str)
    is_loaded = REASONS[code].is_loaded
    page, row = place
    return Rejected(page, row + 1, key, code, f"{what}.", payload, is_loaded)
