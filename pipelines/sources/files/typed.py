"""A column of a file once it has a type, and what is wrong with its cells."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.sources.files.reasons import CellError

Given = TypeVar("Given")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Typed:
    """A column's values, and what is wrong with the cells that became null."""

    values: pa.Array
    problems: dict[int, CellError] = field(default_factory=dict)
    """By position in the column: the row is set aside."""

    flags: dict[int, CellError] = field(default_factory=dict)
    """By position: what is odd about a row that is loaded."""


def positions(mask: pa.Array) -> list[int]:
    """Return where ``mask`` is true."""
    found: list[int] = pc.indices_nonzero(pc.fill_null(mask, False)).to_pylist()
    return found


def at_once(act: Callable[[Given], Found], columns: Iterable[Given]) -> list[Found]:
    """Do the same to every column, on all cores: Arrow frees the interpreter."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(act, columns))
