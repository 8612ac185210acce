"""Files of one role are read together: a record must belong to something."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.sources.files import references


def agreed(connection: Connection, read: Sequence[Reading]) -> list[Reading]:
    """Return the readings of a folder without the records that belong to nothing."""
    found = {one.table.name: one.rows for one in read if one.rows is not None}
    rows = references.agreed(connection.role, found)
    return [replace(one, rows=rows.get(one.table.name)) for one in read]
