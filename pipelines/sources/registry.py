"""Which systems can be read: every module of this folder that is a connector."""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import ModuleType

import pipelines.sources as folder
from pipelines.common_model import OF_EVERY_ROLE, ROLES
from pipelines.firm import Connection, FirmError
from pipelines.sources import RawTable

RESTRICTED = "restricted"
"""The schema that no reader of figures sees; what somebody costs is nowhere else."""


@cache
def connectors() -> Mapping[str, ModuleType]:
    """Return every connector by the name of its system."""
    modules = (
        importlib.import_module(f"{folder.__name__}.{found.name}")
        for found in pkgutil.iter_modules(folder.__path__)
    )
    return {
        module.__name__.rpartition(".")[2]: module
        for module in modules
        if hasattr(module, "SECRETS")
    }


def connector(connection: Connection) -> ModuleType:
    """Return the connector of one connection. Raises FirmError when there is none."""
    try:
        return connectors()[connection.system]
    except KeyError:
        raise FirmError(
            f"firm.toml names the system `{connection.system}`, which Plumbline cannot "
            f"read. It reads {', '.join(connectors())}; files go through `imports`."
        ) from None


def raw_schema(connection: Connection, table: RawTable) -> str:
    """Return the schema that this connection loads this table into."""
    if table.is_restricted:
        return RESTRICTED
    if connection.system in OF_EVERY_ROLE:
        return f"raw_imports_{connection.role}"
    return f"raw_{connection.system}"


def _marked(table: RawTable) -> RawTable:
    """Add the mark of records that are gone, where a whole reading can tell."""
    if table.cursor is None or table.is_complete_list or table.forgets:
        return table
    return replace(table, columns={**table.columns, "gone_at": "timestamp"})


def tables(connection: Connection) -> dict[str, RawTable]:
    """Return every table that this connection loads, by name."""
    declared = connector(connection).TABLES
    if connection.system in OF_EVERY_ROLE:
        declared = declared[connection.role]
    return {table.name: _marked(table) for table in declared}


def declared() -> dict[str, tuple[RawTable, ...]]:
    """Return every table of every raw schema, whether or not the firm uses it."""
    found: dict[str, dict[str, RawTable]] = {}
    for system in connectors():
        for role in ROLES if system in OF_EVERY_ROLE else ROLES[:1]:
            one = Connection(role, system, system)
            for table in tables(one).values():
                found.setdefault(raw_schema(one, table), {})[table.name] = table
    return {schema: tuple(of.values()) for schema, of in found.items()}
