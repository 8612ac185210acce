"""A read-only SQL prompt on one audience's file."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import duckdb

from pipelines.generations import GenerationError, published
from pipelines.manifest import read_manifest
from pipelines.warehouse import locked_down

ROWS = 200


def answer(build: Path, audience: str, question: str, out: TextIO) -> int:
    """Write the answer to one question; return 0, or 1 when SQL refused it."""
    with locked_down(_file(build, audience)) as opened:
        return _answer(opened, question, out)


def converse(build: Path, audience: str, out: TextIO) -> int:
    """Answer questions until the input ends; each ends with a semicolon."""
    path = _file(build, audience)
    manifest = read_manifest(path.parent)
    if manifest:
        out.write(
            f"{manifest.firm_name}, as of {manifest.as_of}, generation "
            f"{manifest.generation}. `show all tables;` lists what there is; a "
            "statement ends with a semicolon; Ctrl-D leaves.\n"
        )
    with locked_down(path) as opened:
        for question in _questions():
            _answer(opened, question, out)
    out.write("\n")
    return 0


def _file(build: Path, audience: str) -> Path:
    now = published(build)
    if not now:
        raise GenerationError("Nothing is published yet. Run `make nightly` first.")
    return now.folder / f"{audience}.duckdb"


def _answer(opened: duckdb.DuckDBPyConnection, question: str, out: TextIO) -> int:
    try:
        found = opened.sql(question)
        if found is None:
            out.write("Done; it has no answer to show.\n")
            return 0
        # DuckDB prints on its own and cannot be given a stream.
        sys.stdout.flush()
        found.show(max_rows=ROWS, max_width=_width(), max_col_width=80)
    except duckdb.Error as error:
        out.write(f"{' '.join(str(error).split())}\n")
        return 1
    return 0


def _questions() -> Iterator[str]:
    # Gives input() a history and line editing; it is not there on every system.
    with suppress(ImportError):
        import readline  # noqa: F401
    lines: list[str] = []
    while True:
        try:
            lines.append(input("      -> " if lines else "plumb => "))
        except EOFError:
            return
        except KeyboardInterrupt:
            lines = []
            continue
        if lines[-1].rstrip().endswith(";"):
            yield "\n".join(lines)
            lines = []
        elif not "".join(lines).strip():
            lines = []


def _width() -> int:
    return shutil.get_terminal_size((160, 40)).columns
