"""What a connection can read, in words: its tables, the firm's own fields, the rest."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa

from pipelines.common_model import TABLES
from pipelines.firm import Connection, Firm
from pipelines.sources import Page, SourceError, registry

RECORDS = Path(__file__).parents[1] / "dbt_project/models/intermediate/records"
Said = tuple[str, bool]
"""A sentence, and whether it is good news."""


def tried(
    connection: Connection, firm: Firm, module: ModuleType, client: Any
) -> Iterator[Said]:
    """Read the first page of every table and yield what that says."""
    seen: dict[str, list[Mapping[str, Any]]] = {}
    is_refused = False
    tables = registry.tables(connection)
    for name, reader in module.source(connection, firm, client).items():
        if tables[name].columns.keys() == {"id"}:
            # It proves deletions, and tells nothing that the list of records does not.
            continue
        try:
            page: Page = next(iter(reader(None)), [])
        except SourceError as error:
            is_refused = True
            yield f"{error}", False
            continue
        seen[name] = _rows(page)
        n_rows = len(seen[name])
        found = f"{n_rows} on the first page" if n_rows else "none there"
        yield f"{name} can be read ({found}).", True
    if is_refused and not any(seen.values()):
        said = ", ".join(module.SECRETS)
        yield f"Nothing can be read. Correct {said} in .env, and run it again.", False
        return
    fields = firm.fields.get(connection.name) or firm.fields.get(connection.system, {})
    known = module.known_fields(client) if hasattr(module, "known_fields") else {}
    for column, field in fields.items():
        yield _mapped(connection, column, field, seen, known)
    missing = ", ".join(untold(connection))
    if missing:
        yield f"As files beside it, if you need them: {missing}.", True


def _rows(page: Page) -> list[Mapping[str, Any]]:
    if isinstance(page, pa.Table):
        return list(page.to_pylist())
    return list(page) if isinstance(page, list) else []


def _mapped(
    connection: Connection,
    column: str,
    field: str,
    seen: Mapping[str, list[Mapping[str, Any]]],
    known: Mapping[str, frozenset[str]],
) -> Said:
    table, _, name = column.partition(".")
    if table in known and field not in known[table]:
        return (
            f"{column} is missing: {connection.name} has no field {field}. Add it "
            f"there, or correct [fields.{connection.system}] of firm.toml."
        ), False
    rows = [row for rows in seen.values() for row in rows if name in row]
    filled = sum(1 for row in rows if row[name] not in (None, ""))
    if filled:
        told = f"filled in {filled} of the first {len(rows)} records"
        return f"{column} is {field}, {told}.", True
    if table in known:
        return f"{column} is {field}, empty in the first {len(rows)} records.", True
    return f"{column} is {field}, not filled anywhere on the first pages.", True


def untold(connection: Connection) -> list[str]:
    """Return the common tables of the role that no model reads from this system."""
    return [
        table.name
        for table in TABLES
        if table.role == connection.role
        and not re.search(
            rf"ref\('stg_{connection.system}__",
            (RECORDS / table.role / f"{table.model}.sql").read_text(),
        )
    ]
