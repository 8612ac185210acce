"""Random firms run a whole night from files, and agree with a second calculation."""

import pytest

from pipelines import warehouse
from tests.oracle.campaign import Compared, compared
from tests.oracle.invented.fans import PROJECTS, SOLD

SEED, N_FIRMS = 7, 24


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    """Run one night that many firms share, as clients that have nothing in common."""
    return compared(SEED, N_FIRMS, tmp_path_factory.mktemp("firms"))


def test_every_number_and_step_of_every_month_is_the_same(night: Compared) -> None:
    assert [str(one) for one in night.differences] == []
    assert night.n_compared > 10000


def test_random_firms_are_clean_and_faulty_in_many_ways(night: Compared) -> None:
    produced = {driver for _, (_, driver, _), _ in night.steps}
    assert len(produced) > 35, sorted(produced)


def test_a_deal_is_sold_once_however_many_projects_deliver_it(night: Compared) -> None:
    with warehouse.connection(night.built) as opened:
        found = opened.execute(
            "select deals.deal_id, sum(expected_revenue.expected_amount), "
            "count(distinct expected_revenue.project_id) "
            "from marts.expected_revenue inner join marts.deals using (deal_id) "
            "where deals.expected_amount = ? group by all",
            [SOLD],
        ).fetchall()
    split = {n_projects: amount for _, amount, n_projects in found}
    assert set(split) == set(PROJECTS)
    assert set(split.values()) == {SOLD}
