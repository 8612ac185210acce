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
from pipelines.groups import SCALE
from pipelines.how import Step, disputes, steps
from pipelines.stable_ids import Held, Now, keep_ids
from pipelines.tax_ids import comparable

HASH_KEY = "PLUMBLINE_HASH_KEY"
"""The environment variable with the key under which tax ids are hashed."""


def group_records(pairs: str, settings: str) -> str:
    """Group the records of [left, right, bits, stance] rows.

    Returns groups (record_id, group_id), the merges that made them, step by step, and
    the disputes: chains of records that decisions put together and apart.
    """
    rows = [Pair(*row) for row in json.loads(pairs)]
    said = json.loads(settings)
    named, merges = group(rows, **said)
    return json.dumps(
        {
            "groups": [
                {"record_id": record, "group_id": named[record]}
                for record in sorted(named)
            ],
            "merges": [
                _told(step)
                for step in steps(rows, named, merges, said.get("missing", 0.0))
            ],
            "disputes": disputes(rows),
        }
    )


def _told(step: Step) -> dict[str, object]:
    weakest = step.merge.weakest_pair or (None, None)
    return {
        "group_id": step.group,
        "step": step.step,
        "left_record": step.merge.left,
        "right_record": step.merge.right,
        "n_left": step.merge.n_left,
        "n_right": step.merge.n_right,
        "joined_bits": step.merge.bits / SCALE,
        "weakest_left": weakest[0],
        "weakest_right": weakest[1],
        "weakest_bits": step.merge.weakest_bits / SCALE,
        "cut_bits": step.cut_bits / SCALE,
        "cut_from": step.cut_from,
    }


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


def comparable_tax_id(tax_id: str, country: str) -> str:
    """Return a tax id as it is compared, empty when its check digits are wrong."""
    return comparable(tax_id, country) or ""


class Plugin(BasePlugin):  # type: ignore[misc]
    """What dbt-duckdb calls with every connection it opens."""

    def configure_connection(self, conn: DuckDBPyConnection) -> None:
        """Register the functions under the names that models call them by."""
        conn.create_function("group_records", group_records)
        conn.create_function("keep_ids", keep_ids_of_groups)
        conn.create_function("keyed_hash", keyed_hash)
        conn.create_function("comparable_tax_id", comparable_tax_id)
