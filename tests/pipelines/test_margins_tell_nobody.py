"""No sum or difference of margins that leadership sees is the work of one or two."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from pipelines.warehouse import connection

Cell = tuple[str, str]
"""A project and a month: what its work cost is what an attacker looks for."""

WORK = (
    "select costs.project_id, costs.month, person_id, worked_hours::double, client_id, "
    "fiscal_quarter_end from restricted.project_costs as costs "
    "inner join intermediate.int_months__counted as months using (month) "
    "inner join intermediate.int_days__counted on last_day = calendar_date "
    "left join marts.projects using (project_id) where worked_hours != 0 "
    "and last_day <= (select as_of from rules.firm)"
)
SHOWN = "select project_id, period from marts.margins where margin_amount is not null"
CLIENTS = (
    "select client_id, quarter_end_date from marts.client_margins "
    "where margin_amount is not null"
)


class Seen:
    """Who worked on each cell, and the sums of cells that somebody can read."""

    def __init__(
        self, warehouse: Path, published: Path, clients: str = CLIENTS
    ) -> None:
        self.people: dict[Cell, dict[str, float]] = defaultdict(dict)
        of_client = defaultdict(set)
        of_project = defaultdict(set)
        with connection(warehouse) as opened:
            for project, month, who, hours, client, quarter in opened.execute(
                WORK
            ).fetchall():
                cell = (project, month)
                self.people[cell][who] = hours
                of_project[project].add(cell)
                of_client[client, quarter].add(cell)
                if client:
                    of_client[None, quarter].add(cell)
        self.sums: list[set[Cell]] = []
        with connection(published) as opened:
            for project, period in opened.execute(SHOWN).fetchall():
                to_date = of_project[project]
                if period != "to_date":
                    self.sums.append({(project, period)} & to_date)
                    continue
                # Whoever kept last month's figure has that sum, too.
                months = sorted(month for _, month in to_date)
                self.sums += [{c for c in to_date if c[1] <= m} for m in months]
            for place in opened.execute(clients).fetchall():
                self.sums.append(of_client[place])

    def told(self) -> set[frozenset[str]]:
        """Return whose work alone, of one person or of two, some combination tells."""
        cells = sorted(self.people)
        places = {cell: place for place, cell in enumerate(cells)}
        matrix = np.zeros((len(self.sums), len(cells)))
        for row, told in enumerate(self.sums):
            matrix[row, [places[cell] for cell in told]] = 1.0
        _, sizes, basis = np.linalg.svd(matrix, full_matrices=False)
        rows = basis[sizes > 1e-9 * sizes[0]]
        found = set()
        for few in self.groups():
            own = [p for c, p in places.items() if self.is_of(c, few)]
            # A combination lies within these cells when an angle between both is zero.
            angle = np.linalg.norm(rows[:, own], 2) if own else 0.0
            if angle > 1 - 1e-9:
                found.add(few)
        return found

    def groups(self) -> Iterable[frozenset[str]]:
        """Yield every person, and every two who ever shared work."""
        alone = {who for people in self.people.values() for who in people}
        yield from (frozenset({who}) for who in sorted(alone))
        pairs = {
            frozenset(pair)
            for people in self.people.values()
            for pair in combinations(sorted(people), 2)
        }
        yield from sorted(pairs, key=sorted)

    def is_of(self, cell: Cell, few: frozenset[str]) -> bool:
        """Say whether a cell is the work of these few, others' share being small."""
        hours = self.people[cell]
        if set(hours) <= few:
            return True
        (most, who) = max((spent, who) for who, spent in hours.items())
        return len(few) == 1 and who in few and most > 0.8 * sum(hours.values())


@pytest.fixture(scope="module")
def places(sample_build: Path) -> tuple[Path, Path]:
    folder = (sample_build / "current").resolve()
    return folder / "warehouse.duckdb", folder / "leadership.duckdb"


def test_no_combination_of_figures_is_one_or_two_peoples_work(places) -> None:
    seen = Seen(*places)
    assert len(seen.sums) > 500
    assert seen.told() == set()


def test_the_attack_finds_people_where_nothing_is_hidden(places) -> None:
    every = "select client_id, quarter_end_date from marts.client_margins"
    assert len(Seen(*places, clients=every).told()) > 10


def test_most_revenue_of_clients_and_all_of_the_firm_has_a_margin(places) -> None:
    with connection(places[1]) as opened:
        shares = dict(
            opened.execute(
                "select scope_kind, sum(recognised_amount) filter (where margin_amount "
                "is not null) / sum(recognised_amount) from marts.client_margins "
                "group by all"
            ).fetchall()
        )
    assert shares["firm"] == 1 and shares["client"] > 0.6
