"""Random schedules of faults: whatever goes wrong, no record is taken for deleted.

A few of them run with the tests; `make faults` runs a thousand.
"""

import random

import pytest

from pipelines.settling import settled
from tests.pipelines.sources.estate import RUN, SYSTEMS, read
from tests.pipelines.sources.fault_report import IS_WHOLE, write_schedules
from tests.pipelines.sources.faults import FAULTS
from tests.pipelines.sources.faulty import Faulty, places
from tests.pipelines.sources.unharmed import can_meet

N = 1000 if IS_WHOLE else 24
TAKEN: list[int] = []
COUNTED = "select count(*), count(*) filter (where {gone}) from {schema}.{table}"


@pytest.fixture(scope="module", autouse=True)
def written():
    yield
    if IS_WHOLE:
        write_schedules(N, len(TAKEN))


@pytest.mark.parametrize("seed", range(N))
def test_no_schedule_of_faults_takes_a_record_away(disturbable, seed) -> None:
    dice = random.Random(seed)
    system = dice.choice(SYSTEMS)
    place = disturbable[system]
    harmful = [name for name in FAULTS if can_meet(name, system)]
    chosen = [FAULTS[name] for name in dice.sample(harmful, dice.randrange(1, 4))]
    session = Faulty(*((dice.choice(places(f, place.heard)), f) for f in chosen))
    counts = []

    def settle(opened, schema, readings) -> None:
        for reading in readings:
            settled(opened, schema, reading, RUN)
            marked = "gone_at" in reading.table.columns
            said = COUNTED.format(
                gone="gone_at is not null" if marked else "false",
                schema=schema,
                table=reading.table.name,
            )
            counts.append(opened.execute(said).fetchone())

    read(place.served, system, session, place.opened, settle)
    assert session.n_bites
    wanted = [(one.rows.kept.num_rows, 0) for one in place.true]
    if counts != wanted:
        TAKEN.append(seed)
    assert counts == wanted
