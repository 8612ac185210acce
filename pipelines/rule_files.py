"""The files of the rules folder, and how a table of schema rules is filled."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from pipelines.firm import FirmError

RULE_FILES = {
    "identity_decisions": {
        "entity": "varchar",
        "left_record": "varchar",
        "right_record": "varchar",
        "decision": "varchar",
        "valid_from": "date",
        "decided_by": "varchar",
        "decided_on": "date",
        "because": "varchar",
        "evidence_hash": "varchar",
    },
    "accepted_differences": {
        "scope_kind": "varchar",
        "scope_id": "varchar",
        "driver": "varchar",
        "until": "date",
        "because": "varchar",
        "decided_by": "varchar",
    },
    "targets": {
        "period": "varchar",
        "kind": "varchar",
        "target": "decimal(18, 2)",
        "role": "varchar",
    },
    "account_map": {"account_code": "varchar", "account_kind": "varchar"},
    "integration_ratings": {
        "integration": "varchar",
        "value": "integer",
        "risk": "integer",
        "complexity": "integer",
        "effort_days": "integer",
        "because": "varchar",
        "decided_by": "varchar",
    },
    "mail_aliases": {"alias": "varchar", "address": "varchar"},
}
"""The files of the rules folder, their columns and their types."""


def replace(
    opened: duckdb.DuckDBPyConnection,
    name: str,
    columns: str,
    rows: Iterable[Sequence[object]],
) -> None:
    """Replace one table of schema rules by these rows."""
    opened.execute(f"create or replace table rules.{name} ({columns})")
    for row in rows:
        marks = ", ".join("?" for _ in row)
        opened.execute(f"insert into rules.{name} values ({marks})", list(row))


def fill_from_file(
    opened: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, str], path: Path
) -> None:
    """Replace one table of schema rules by a file; without the file it is empty.

    Raises FirmError that names file and column when the file cannot be read.
    """
    replace(opened, name, ", ".join(f"{c} {k}" for c, k in columns.items()), [])
    if not path.exists():
        return
    try:
        opened.execute(
            f"insert into rules.{name} by name select * from read_csv(?, "
            "header = true, all_varchar = true, null_padding = true)",
            [str(path)],
        )
    except duckdb.Error as error:
        raise FirmError(
            f"{path} cannot be read: {error}. Its columns are {', '.join(columns)}."
        ) from error
