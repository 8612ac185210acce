"""What people of the sample firm cost, and an attack that solves for it."""

from decimal import Decimal
from pathlib import Path

import numpy as np

from pipelines.sandbox.paying import cost_rate
from pipelines.warehouse import connection

Rates = dict[str, Decimal]
Cells = dict[tuple[str, str], float]
Work = dict[tuple[str, str, str], float]

COSTS = (
    "select project_id, period, recognised_amount - margin_amount from marts.margins "
    "where margin_amount is not null and period != 'to_date'"
)
HOURS = (
    "select entries.project_id, entries.month, people.person_id, "
    "sum(entries.delivered_hours) from marts.time_entries as entries "
    "inner join marts.person_records as records on records.source_record_id = "
    "entries.source_person_id and records.source_system = entries.source_system "
    "inner join marts.people using (person_id) group by all"
)


def recovered(costs: Cells, work: Work, rates: Rates) -> set[str]:
    """Solve for what one unit of each column costs; return whose rate that tells."""
    names = sorted({name for *_, name in work})
    rows = sorted(costs)
    matrix = np.array(
        [[work.get((*place, name), 0.0) for name in names] for place in rows]
    )
    found, *_ = np.linalg.lstsq(matrix, np.array([costs[r] for r in rows]), rcond=None)
    return {
        name
        for name, rate in zip(names, found, strict=True)
        if name in rates and abs(rate / float(rates[name]) - 1) <= 0.1
    }


def rates_of(generation: Path) -> Rates:
    """The rate of every employee, by the name of the person."""
    with connection(generation / "warehouse.duckdb") as opened:
        people = opened.execute(
            "select person_id, employee_number, role from marts.people "
            "where employee_number is not null"
        ).fetchall()
        rated = opened.execute(
            "select count(distinct person_id) from restricted.person_cost_rates"
        ).fetchall()
    found = {person: cost_rate(number, role) for person, number, role in people}
    assert len(set(found.values())) == len(found)
    assert rated[0][0] > 40
    return found
