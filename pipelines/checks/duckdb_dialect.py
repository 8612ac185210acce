"""DuckDB as Great Expectations needs it: read-only, without transactions."""

from typing import Any

import duckdb_engine
from sqlalchemy.dialects import registry

_opened: list[Any] = []


class ReadingDialect(duckdb_engine.Dialect):  # type: ignore[misc]
    """DuckDB whose results outlive their connection.

    Great Expectations reads a result after it closed the connection, and the rollback
    at closing would drop it. Checks only read: nothing to commit or to roll back.
    """

    supports_statement_cache = True

    def connect(self, *arguments: Any, **named: Any) -> Any:
        """Open a connection and remember it, because the pools keep some open."""
        connection = super().connect(*arguments, **named)
        _opened.append(connection)
        return connection

    def do_begin(self, dbapi_connection: Any) -> None:
        """Begin nothing."""

    def do_commit(self, dbapi_connection: Any) -> None:
        """Commit nothing."""

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Roll nothing back, so that the result stays readable."""


def close_connections() -> None:
    """Close every connection of the checks, so that the file can be written again."""
    while _opened:
        _opened.pop().close()


registry.register("duckdb.reading", __name__, "ReadingDialect")
