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


def raw_schema(connection: Connection) -> str:
    """Return the schema that this connection loads into."""
    if connection.system in OF_EVERY_ROLE:
        return f"raw_imports_{connection.role}"
    return f"raw_{connection.system}"


def _marked(table: RawTable) -> RawTable:
    """Add the mark of records that are gone, where a whole reading can tell."""
    if table.cursor is None or table.is_complete_list or table.forgets:
        return table
    return replace(table, columns={**table.columns, "gone_at": "timestamp"})


def declared() -> dict[str, tuple[RawTable, ...]]:
    """Return every table of every raw schema, whether or not the firm uses it."""
    return {
        schema: tuple(map(_marked, tables))
        for system, module in connectors().items()
        for schema, tables in (
            {f"raw_imports_{role}": module.TABLES[role] for role in ROLES}.items()
            if system in OF_EVERY_ROLE
            else {f"raw_{system}": module.TABLES}.items()
        )
    }
