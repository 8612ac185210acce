"""Who may read what: one policy, nothing without a line in it, and no way around it."""

import itertools
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from pipelines.audiences import AUDIENCES, SEEDS, Policy, read_policy
from pipelines.publish import SCHEMAS
from pipelines.warehouse import connection, locked_down
from tests.pipelines.escape_probes import PROBES

COLUMNS = (
    "select schema_name, table_name, column_name from duckdb_columns() "
    "where not internal and schema_name in ? and database_name = current_database() "
    "and not starts_with(table_name, '_dlt')"
)
Column = tuple[str, str, str]


@pytest.fixture(scope="module")
def policy() -> Policy:
    return read_policy()


def columns(path: Path) -> set[Column]:
    with connection(path) as opened:
        return set(opened.execute(COLUMNS, [list(SCHEMAS)]).fetchall())


@pytest.fixture(scope="module")
def generation(sample_build: Path) -> Path:
    return (sample_build / "current").resolve()


def test_every_column_that_could_be_published_has_a_class(
    generation: Path, policy: Policy
) -> None:
    unread = {"restricted"}
    missing = sorted(
        place
        for place in columns(generation / "warehouse.duckdb") - set(policy.classes)
        if place[0] not in unread
    )
    lines = [
        f"{schema},{table},<class>,{' '.join(column for *_, column in places)}"
        for (schema, table), places in itertools.groupby(missing, lambda p: p[:2])
    ]
    assert not lines, (
        "Nobody can read these columns yet. Add lines to "
        "dbt_project/seeds/access_policy.csv:\n" + "\n".join(lines)
    )


def test_the_policy_names_nothing_that_is_not_there(
    generation: Path, policy: Policy
) -> None:
    there = columns(generation / "warehouse.duckdb")
    assert sorted(set(policy.classes) - there) == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_file_holds_what_the_policy_says_cell_by_cell(
    generation: Path, policy: Policy, audience: str
) -> None:
    there = columns(generation / "warehouse.duckdb")
    found = columns(generation / f"{audience}.duckdb")
    allowed = {place for place in there if policy.may_read(audience, *place)}
    assert found == allowed
    assert len(there) * len(AUDIENCES) > 500


def test_leadership_reads_no_person_no_pay_and_no_hours_beside_margins(
    generation: Path,
) -> None:
    read = {column for *_, column in columns(generation / "leadership.duckdb")}
    assert not read & {"person_id", "loaded_cost_rate", "cost_amount", "work_email"}
    assert "margin_amount" in read


def test_nobody_reads_margins_and_hours_of_persons(policy: Policy) -> None:
    by_class = policy.readers
    assert by_class["margin"] & by_class["hours"] == {"people"}
    assert by_class["margin"] & by_class["person"] == {"people"}
    assert by_class["pay"] == {"people"}
    assert not by_class["never"]


def test_a_line_that_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    for name in ("access_classes", "access_policy"):
        (tmp_path / f"{name}.csv").write_bytes((SEEDS / f"{name}.csv").read_bytes())
    with (tmp_path / "access_policy.csv").open("a") as opened:
        opened.write("marts,clients,open,client_id\n")
    with pytest.raises(ValueError, match=r"marts\.clients\.client_id twice"):
        read_policy(tmp_path)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guarded")
    for name in ("analysts", "people"):
        with connection(folder / f"{name}.duckdb", write=True) as opened:
            opened.execute("create schema marts")
            opened.execute("create table marts.clients as select 'Acme' client_name")
    (folder / "file.csv").write_text("a,b\n1,2\n")
    return folder


def test_there_are_sixty_probes() -> None:
    assert len(set(PROBES)) == len(PROBES) == 60


@pytest.mark.parametrize("probe", PROBES)
def test_no_question_leaves_the_file(guarded: Path, probe: str) -> None:
    before = sorted(path.name for path in guarded.iterdir())
    planted_variable = pa.table({"pay": [1]})
    said = probe.format(
        file=guarded / "file.csv", folder=guarded, other=guarded / "people.duckdb"
    )
    with (
        locked_down(guarded / "analysts.duckdb") as opened,
        pytest.raises(duckdb.Error),
    ):
        opened.execute(said).fetchall()
    assert sorted(path.name for path in guarded.iterdir()) == before
    assert planted_variable.num_rows == 1


def test_a_view_of_ones_own_hides_no_table(guarded: Path) -> None:
    with locked_down(guarded / "analysts.duckdb") as opened:
        opened.execute("create temp view clients as select 'spoofed' as client_name")
        assert opened.execute("from marts.clients").fetchall() == [("Acme",)]
