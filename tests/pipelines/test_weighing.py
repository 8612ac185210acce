"""Any two records can be weighed, as the night weighs them."""

from io import StringIO
from pathlib import Path

import pytest

from pipelines.firm import FirmError
from pipelines.generations import published
from pipelines.weighing import PAIRED, warehouse_of, weigh
from pipelines.why import why
from tests.dbt.small_firm import ask

OUTCOMES = (
    "select left_record, right_record, band, match_bits "
    "from intermediate.int_clients__scored where band != 'no' order by all"
)


@pytest.fixture
def build(sample_build: Path, tmp_path: Path) -> Path:
    """Return a build folder of its own whose published night is the shared one."""
    last = published(sample_build)
    assert last
    (tmp_path / "current").symlink_to(last.folder.resolve())
    return tmp_path


def test_no_pair_that_matters_is_left_unweighed(build: Path) -> None:
    night = warehouse_of(build)
    pairs = ask(night, f"select left_record, right_record from {PAIRED}")
    whole = weigh(
        build, [(str(one), str(other)) for one, other in pairs], build / "all"
    )
    [(n_weighed,)] = ask(whole, "select count(*) from intermediate.int_clients__scored")
    [(n_before,)] = ask(night, "select count(*) from intermediate.int_clients__scored")
    assert n_weighed == len(pairs) > int(str(n_before))
    assert ask(night, OUTCOMES) == ask(whole, OUTCOMES)


def test_why_weighs_two_records_that_no_night_compared(build: Path) -> None:
    [(left, right)] = ask(
        warehouse_of(build),
        "select one.record_id, other.record_id "
        "from intermediate.int_clients__collapsed as one "
        "inner join intermediate.int_clients__collapsed as other "
        "on one.record_id < other.record_id and one.country != other.country "
        f"anti join {PAIRED} as paired on one.record_id = paired.left_record "
        "and other.record_id = paired.right_record order by all limit 1",
    )
    told = StringIO()
    assert why(build, str(left), str(right), told) == 0
    assert list((build / "why").glob("*.duckdb*")) == []
    _, compared, *evidence, total = told.getvalue().splitlines()
    assert compared.startswith("The night never compared them: ")
    assert any("country differs" in line for line in evidence)
    bits = [float(line.split()[0]) for line in evidence]
    assert float(total.split()[0]) == pytest.approx(sum(bits), abs=0.05 * len(bits))


@pytest.mark.parametrize("entity", ["project", "person"])
def test_why_weighs_projects_and_people_too(build: Path, entity: str) -> None:
    night = warehouse_of(build)
    [(left, right)] = ask(
        night,
        f"select min(record_id), max(record_id) from marts.{entity}_records "
        "where source_record_type in ('project', 'employee')",
    )
    told = StringIO()
    assert why(build, str(right), str(left), told) == 0
    names, compared, *evidence, total = told.getvalue().splitlines()
    assert f"({left})" in names
    assert f"({right})" in names
    assert compared.startswith("The night never compared them: ")
    assert any(line.split()[1] == "prior" for line in evidence)
    assert any("differs" in line for line in evidence)
    bits = [float(line.split()[0]) for line in evidence]
    assert float(total.split()[0]) == pytest.approx(sum(bits), abs=0.05 * len(bits))


def test_why_refuses_a_client_beside_a_person(build: Path) -> None:
    rows = "select min(record_id) from marts.{}_records"
    [(client,)] = ask(warehouse_of(build), rows.format("client"))
    [(person,)] = ask(warehouse_of(build), rows.format("person"))
    with pytest.raises(FirmError, match=r"is a client and .* a person"):
        why(build, str(person), str(client), StringIO())


def test_why_names_a_record_that_no_source_holds(build: Path) -> None:
    with pytest.raises(FirmError, match="hubspot:account:none"):
        why(build, "hubspot:account:none", "hubspot:account:1", StringIO())
