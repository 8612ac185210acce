"""Which column of a file is which column of the common model."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.common_model import Column, Table


class HeaderError(ValueError):
    """A file cannot be read as its table; the message names file, column and header."""


@dataclass(frozen=True)
class Headers:
    """Where each column of a table stands in the file, and what else is there."""

    positions: dict[str, int]
    """Position in the file by column of the common model."""
    extras: tuple[str, ...]
    """Headers that the common model does not know; reported, not loaded."""


def match_headers(
    file: str,
    found: Sequence[str],
    table: Table,
    below: Sequence[tuple[int, Sequence[str | None]]] = (),
) -> Headers:
    """Match ``found`` to the columns of ``table``; order, case and spaces are forgiven.

    Raises HeaderError when a required column is missing or a header occurs twice.
    ``below`` are the rows under the first one: perhaps the headers stand there.
    """
    known = {column.name for column in table.columns}
    positions: dict[str, int] = {}
    extras: list[str] = []
    for position, header in enumerate(found):
        name = forgiven(header)
        if name not in known:
            extras.append(header.strip())
        elif name in positions:
            raise HeaderError(
                f"{file}: the column {name} occurs twice. Remove or rename one of them."
            )
        else:
            positions[name] = position
    absent = [c for c in table.columns if c.name not in positions]
    if any(column.is_required for column in absent):
        raise HeaderError(
            _further_down(file, below, table) or _missing(file, absent, extras, table)
        )
    return Headers(positions, tuple(header for header in extras if header))


def forgiven(header: str) -> str:
    """Return a header as columns are called: lower case, with underscores."""
    return re.sub(r"[\s_-]+", "_", header.strip().lstrip("\ufeff").strip().lower())


def _further_down(
    file: str, below: Sequence[tuple[int, Sequence[str | None]]], table: Table
) -> str:
    needed = {column.name for column in table.columns if column.is_required}
    for number, row in below:
        if needed <= {forgiven(cell) for cell in row if cell}:
            return (
                f"{file}: the headers stand in row {number}. Delete the rows above "
                "them, so that they are in row 1. The table was not loaded."
            )
    return ""


def _missing(
    file: str, absent: Sequence[Column], extras: Sequence[str], table: Table
) -> str:
    """Name every required column that is missing, and the header that may be meant.

    A header stands for the required column that it resembles most, and for no other.
    """
    required = [column.name for column in absent if column.is_required]
    meant: dict[str, str] = {}
    for header in filter(None, extras):
        for name in difflib.get_close_matches(forgiven(header), required, 1, 0.4):
            meant.setdefault(name, header)
    hints = [
        f'The nearest header found is "{meant[name]}"; rename it to {name}.'
        if name in meant
        else f"No header resembles {name}."
        for name in required
    ]
    said = "column" if len(required) == 1 else "columns"
    needed = ", ".join(c.name for c in table.columns if c.is_required)
    return (
        f"{file}: of {table.role}.{table.name} the required {said} "
        f"{', '.join(required)} cannot be found. {' '.join(hints)} Required are "
        f"{needed}. The table was not loaded."
    )
