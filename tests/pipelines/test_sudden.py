"""A system that changed overnight is told from people who changed many records."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipelines import raw, warehouse
from pipelines.firm import Connection
from pipelines.sources import RawTable, Record, TableError, columns
from pipelines.sources.rows import read
from pipelines.sudden import refuse_sudden_change

PSA = Connection("psa", "birdview", "birdview")
HOURS = columns("id approved_by hours:decimal updated_at:timestamp")
TABLE = RawTable("timelogs", HOURS, ("id",), cursor="updated_at")
LIST = RawTable("timelogs", HOURS, ("id",), is_complete_list=True)
NIGHT = datetime(2026, 6, 1)
BEFORE: list[Record] = [
    {"id": str(n), "approved_by": "lee", "hours": 8, "updated_at": f"{NIGHT}Z"}
    for n in range(20)
]
LATER = f"{NIGHT + timedelta(hours=9)}Z"


def changed(change: Callable[[Record], Record], n: int = 20) -> list[Record]:
    """Return the records of which the first n were changed."""
    return [r | change(r) if int(r["id"]) < n else r for r in BEFORE]


def said(table: RawTable, told: list[Record]) -> str:
    """Return why the rows of the next night were held back, or nothing."""
    rows = read(table, "birdview", [told])
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        raw.create_missing(opened, {"raw_birdview": (table,)})
        known = read(table, "birdview", [BEFORE]).kept
        raw.merge_rows(opened, "raw_birdview", [(table, known)])
        try:
            refuse_sudden_change(opened, PSA, table, rows)
        except TableError as error:
            return str(error)
    return ""


def taken_back(record: Record) -> Record:
    return {"approved_by": None, "updated_at": LATER}


@pytest.mark.parametrize(
    ("table", "told", "problem"),
    [
        (TABLE, BEFORE, ""),
        (
            TABLE,
            changed(lambda r: {"approved_by": None}),
            "approved_by is empty in all",
        ),
        (TABLE, changed(lambda r: {"approved_by": None}, 19), ""),
        (TABLE, changed(taken_back), ""),
        (TABLE, changed(taken_back)[:12], ""),
        (LIST, changed(taken_back), "approved_by is empty in all 20 records"),
        (TABLE, changed(lambda r: {"hours": 480}), "hours of 20 records is 60 times"),
        (TABLE, changed(lambda r: {"hours": 480}, 15), ""),
        (TABLE, changed(lambda r: {"hours": 12}), ""),
        (TABLE, changed(lambda r: {"approved_by": None})[:9], ""),
    ],
)
def test_only_what_nobody_does_is_not_believed(table, told, problem) -> None:
    found = said(table, told)
    assert problem in found
    assert bool(found) == bool(problem)
