"""The few functions that SQL cannot say, registered where dbt opens the warehouse."""

import hashlib
import hmac
import os

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection

from pipelines.grouping import group_as_json
from pipelines.stable_ids import keep_ids_as_json

HASH_KEY = "PLUMBLINE_HASH_KEY"
"""The environment variable with the key under which tax ids are hashed."""


def keyed_hash(text: str) -> str:
    """Return a hash that only the holder of the key can try values against."""
    key = os.environ.get(HASH_KEY, "")
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:24]


class Plugin(BasePlugin):  # type: ignore[misc]
    """What dbt-duckdb calls with every connection it opens."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register group_records, keep_ids and keyed_hash."""
        text = "VARCHAR"
        conn.create_function("group_records", group_as_json, [text, text], text)
        conn.create_function(
            "keep_ids",
            keep_ids_as_json,
            [text, text, text],
            text,
            null_handling="special",
        )
        conn.create_function("keyed_hash", keyed_hash, [text], text)
