"""The canonical content of a published file: equal as long as nothing changed."""

import hashlib
import tempfile
from pathlib import Path

from pipelines.warehouse import connection

RUN_COLUMNS = {
    "run_id",
    "run_at",
    "code_version",
    "generation",
    "loaded_at",
    "published_at",
    "first_seen_at",
    "last_seen_at",
}
"""Columns that say when we looked, not what we saw."""


def canonical_digest(path: Path) -> str:
    """Return one SHA-256 over the ordered CSV of every table of schema marts.

    Run ids and the times of runs are left out, so two nights over the same sources have
    the same digest, whatever the row order, the threads or the machine.
    """
    return hashlib.sha256(
        "".join(
            f"{table} {digest}\n" for table, digest in digest_by_table(path)
        ).encode()
    ).hexdigest()


def digest_by_table(path: Path) -> list[tuple[str, str]]:
    """Return the digest of each table of schema marts, to name the one that differs."""
    with (
        tempfile.TemporaryDirectory() as folder,
        connection(path) as opened,
    ):
        opened.execute("set timezone = 'UTC'")
        found = opened.execute(
            "select table_name, list(column_name order by column_index) "
            "from duckdb_columns() where schema_name = 'marts' "
            "group by all order by all"
        ).fetchall()
        digests = []
        for table, columns in found:
            kept = ", ".join(f'"{c}"' for c in columns if c not in RUN_COLUMNS)
            export = Path(folder) / f"{table}.csv"
            opened.execute(
                f'copy (select {kept} from marts."{table}" order by all) '
                f"to '{export}' (header, delimiter ',')"
            )
            with export.open("rb") as written:
                digests.append(
                    (table, hashlib.file_digest(written, "sha256").hexdigest())
                )
        return digests
