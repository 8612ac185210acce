"""What a person costs, and why somebody is away, is in no place but the right one."""

import re
from pathlib import Path

import pytest

from pipelines.warehouse import connection
from tests.pipelines.paid import COSTS, HOURS, Rates, rates_of, recovered

REASONS = ("Knee surgery", "at the sea")
"""What the sandbox's HR systems say of absences, and nobody asks for."""


@pytest.fixture(scope="module")
def generation(sample_build: Path) -> Path:
    return (sample_build / "current").resolve()


@pytest.fixture(scope="module")
def rates(generation: Path) -> Rates:
    return rates_of(generation)


def holding(path: Path, rates: Rates, schemas: str) -> list[str]:
    """Return the columns of these schemas in which a rate or a reason can be read."""
    said = "|".join(re.escape(f"{rate:f}") for rate in rates.values())
    pattern = rf"(^|[^0-9.])({said})([^0-9]|$)|{'|'.join(REASONS)}"
    found = []
    with connection(path) as opened:
        tables = opened.execute(
            "select schema_name, table_name, list(column_name) from duckdb_columns() "
            f"where not internal and {schemas} and database_name = current_database() "
            "and (data_type like 'VARCHAR%' or data_type like 'DECIMAL%' "
            "or data_type in ('DOUBLE', 'JSON')) group by all order by all"
        ).fetchall()
        for schema, table, columns in tables:
            each = ", ".join(
                f'bool_or(regexp_matches("{column}"::varchar, $1))'
                for column in columns
            )
            told = opened.execute(
                f'select {each} from "{schema}"."{table}"', [pattern]
            ).fetchone()
            found += [
                f"{schema}.{table}.{column}"
                for column, is_held in zip(columns, told or (), strict=True)
                if is_held
            ]
    return found


def test_no_rate_and_no_reason_is_in_a_table_outside_the_restricted_schema(
    generation: Path, rates: Rates
) -> None:
    warehouse = generation / "warehouse.duckdb"
    assert holding(warehouse, rates, "schema_name != 'restricted'") == []
    inside = holding(warehouse, rates, "schema_name = 'restricted'")
    assert "restricted.person_cost_rates.loaded_cost_rate" in inside


@pytest.mark.parametrize("audience", ["analysts", "leadership"])
def test_no_rate_and_no_reason_is_in_the_files_of_others(
    generation: Path, rates: Rates, audience: str
) -> None:
    path = generation / f"{audience}.duckdb"
    assert holding(path, rates, "true") == []
    written = path.read_bytes()
    for told in (*REASONS, *(f"{rate:f}" for rate in rates.values())):
        assert told.encode() not in written


def test_no_rate_is_in_the_log_the_report_or_the_manifest(
    sample_build: Path, generation: Path, rates: Rates
) -> None:
    told = [*(sample_build / "logs").iterdir(), *generation.glob("*.json")]
    written = "\n".join(path.read_text() for path in told)
    said = "|".join(re.escape(f"{rate:f}") for rate in rates.values())
    # A moment such as 13:40:47.694812 is no rate.
    assert re.findall(rf"(?<![0-9.:])(?:{said})(?![0-9])", written) == []


def test_least_squares_recovers_rates_only_where_hours_stand_beside_margins(
    generation: Path, rates: Rates
) -> None:
    """Beside hours of persons, margins would tell rates: only one file has both."""
    with connection(generation / "people.duckdb") as opened:
        costs = {(p, m): float(cost) for p, m, cost in opened.execute(COSTS).fetchall()}
        hours = {
            (p, m, who): float(spent)
            for p, m, who, spent in opened.execute(HOURS).fetchall()
        }
    assert len(costs) > 100
    assert len(recovered(costs, hours, rates)) > 10

    with connection(generation / "leadership.duckdb") as opened:
        read = {(p, m): cost for p, m, cost in opened.execute(COSTS).fetchall()}
        tables = opened.execute(
            "select table_name, list(column_name) from duckdb_columns() group by all"
        ).fetchall()
    assert read.keys() == costs.keys()
    telling = [
        table
        for table, columns in tables
        if "project_id" in columns
        and any(c.endswith("_hours") or c == "person_id" for c in columns)
    ]
    assert telling == []
