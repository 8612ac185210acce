"""The one way to the data: read-only, locked down, asked once, never half a build."""

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from dashboards import warehouse

pytestmark = pytest.mark.usefixtures("build")


def test_amounts_stay_decimal() -> None:
    found = warehouse.money("select sum(anchor_amount) from marts.revenue_anchors")

    assert isinstance(found, Decimal)


@pytest.mark.parametrize(
    "statement",
    [
        "create table marts.mine as select 1",
        "delete from marts.clients",
        "copy marts.clients to 'out.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach 'other.duckdb' as other",
        "set enable_external_access = true",
    ],
)
def test_nothing_can_be_written_and_no_other_file_be_read(statement: str) -> None:
    with pytest.raises(duckdb.Error):
        warehouse.read(statement)


def test_the_numbered_file_is_opened_never_the_link(build: Path) -> None:
    found = warehouse.published()

    assert found.path == build.resolve() / "generations" / "1" / "analysts.duckdb"
    assert found.generation == "1"


def test_an_audience_that_does_not_exist_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AUDIENCE", "everyone")

    with pytest.raises(warehouse.NothingPublished, match="analysts and leadership"):
        warehouse.published()
