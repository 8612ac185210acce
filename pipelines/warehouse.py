"""The only module that opens DuckDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb


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
def locked_down(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a read-only connection that can reach no other file, for people's own SQL.

    `read_only` alone lets SQL read and write other files; external access is switched
    off and the settings are locked, so that no statement can switch it on again.
    """
    opened = duckdb.connect(":memory:")
    try:
        quoted = str(path).replace("'", "''")
        opened.execute(f"attach '{quoted}' as plumbline (read_only)")
        opened.execute("use plumbline")
        opened.execute("set enable_external_access = false")
        opened.execute("set lock_configuration = true")
        yield opened
    finally:
        opened.close()
