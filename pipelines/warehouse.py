"""The only module that opens DuckDB."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

LIMITS_OF_A_QUESTION = (
    "memory_limit = '2GB'",
    "max_temp_directory_size = '4GB'",
    "python_enable_replacements = false",
)


@contextmanager
def connection(
    path: Path, *, write: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection to the file at ``path`` and close it afterwards.

    Reading needs an existing file; writing creates it. Raises duckdb.IOException when
    another process writes to the file.
    """
    opened = duckdb.connect(str(path), read_only=not write)
    try:
        yield opened
    finally:
        opened.close()


@contextmanager
def rewritten(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a copy of the file to change, then put it into a new file at ``path``.

    The new file holds no byte of what was changed; an error leaves the file as it was.
    Its name stays that of the database, because views say it.
    """
    aside = path.with_name(f".{path.name}")
    fresh = path.with_name(f".fresh-{path.name}")
    for left in (aside, fresh):
        left.unlink(missing_ok=True)
    shutil.copyfile(path, aside)
    opened = duckdb.connect(":memory:")
    try:
        for file, name in ((aside, path.stem), (fresh, "fresh")):
            quoted = str(file).replace("'", "''")
            opened.execute(f"attach '{quoted}' as {name}")
        opened.execute(f"use {path.stem}")
        yield opened
        opened.execute(f"copy from database {path.stem} to fresh")
        opened.execute("checkpoint fresh")
        opened.close()
        os.replace(fresh, path)
    finally:
        opened.close()
        for left in (aside, fresh, Path(f"{aside}.wal"), Path(f"{fresh}.wal")):
            left.unlink(missing_ok=True)


@contextmanager
def locked_down(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a read-only connection that can reach no other file, for people's own SQL.

    `read_only` alone lets SQL read and write other files; external access is switched
    off and the settings are locked, so that no statement can switch it on again. One
    question may take so much memory and disk, and sees none of our variables.
    """
    opened = duckdb.connect(":memory:")
    try:
        quoted = str(path).replace("'", "''")
        opened.execute(f"attach '{quoted}' as plumbline (read_only)")
        opened.execute("use plumbline")
        for setting in LIMITS_OF_A_QUESTION:
            opened.execute(f"set {setting}")
        opened.execute("set enable_external_access = false")
        opened.execute("set lock_configuration = true")
        yield opened
    finally:
        opened.close()
