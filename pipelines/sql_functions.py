"""The few functions that SQL cannot say, registered where dbt opens the warehouse.

Each takes and returns text, JSON where it is more than a word, so that another engine
can call the same functions.
"""

import hashlib
import hmac
import json
import os

from dbt.adapters.duckdb.plugins import BasePlugin
from duckdb import DuckDBPyConnection

from pipelines.grouping import Pair, group
from pipelines.stable_ids import Held, Now, keep_ids

HASH_KEY = "PLUMBLINE_HASH_KEY"
"""The environment variable with the key under which tax ids are hashed."""


def group_records(pairs: str, settings: str) -> str:
    """Group the records of [left, right, bits, stance] rows.

    Returns groups (record_id, group_id) and the merges, in their order, that made them.
    """
    rows = (Pair(*row) for row in json.loads(pairs))
    named, merges = group(rows, **json.loads(settings))
    return json.dumps(
        {
            "groups": [
                {"record_id": record, "group_id": named[record]}
                for record in sorted(named)
            ],
            "merges": [[m.left, m.right, m.bits, m.weakest_bits] for m in merges],
        }
    )


def keep_ids_of_groups(held: str, current: str, prefix: str) -> str:
    """Give [record, group, created_at] rows the ids of the rows held last night."""
    ids = keep_ids(
        [Held(*row) for row in json.loads(held)],
        [Now(*row) for row in json.loads(current)],
        prefix,
    )
    return json.dumps([{"group_id": g, "entity_id": ids[g]} for g in sorted(ids)])


def keyed_hash(text: str) -> str:
    """Return a hash that only the holder of the key can try values against."""
    key = os.environ.get(HASH_KEY, "")
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()[:24]


class Plugin(BasePlugin):  # type: ignore[misc]
    """What dbt-duckdb calls with every connection it opens."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register group_records, keep_ids and keyed_hash."""
        conn.create_function("group_records", group_records)
        conn.create_function("keep_ids", keep_ids_of_groups)
        conn.create_function("keyed_hash", keyed_hash)
