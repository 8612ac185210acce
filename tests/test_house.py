"""The house rules, so that nobody has to remember them."""

import csv
from pathlib import Path

import pytest

from tests.house import files, models, modules, sql

MODELS = models.DBT / "models"
SQL = sorted(models.DBT.rglob("*.sql"))
NIGHT = sorted((files.ROOT / "pipelines").rglob("*.py"))
PAGES = sorted((files.ROOT / "dashboards").rglob("*.py"))
SPEAKING = [MODELS / "intermediate" / "records", MODELS / "staging"]

# These lists may only shrink: a name that no longer needs its place fails.
LONG: dict[str, int] = {}
NO_PARTICIPLE = {"int_client_names__conflicting"}
# Bits of evidence are logarithms and never become an amount.
FLOATS = {"as_bits.sql", "int_client_names__conflicting.sql"}
# Where a plan starts, and where work is as planned: neither is ever published.
INNER_DRIVERS = {"baseline", "even"}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def drivers() -> list[dict[str, str]]:
    with (models.DBT / "seeds" / "drivers.csv").open(encoding="utf-8") as seed:
        return list(csv.DictReader(seed))


def test_a_file_of_code_fits_in_150_lines() -> None:
    long = files.too_long(files.files())
    assert set(long) == set(LONG)
    assert all(length <= LONG[name] for name, length in long.items())


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert files.vaguely_named(map(files.short, files.files())) == []


def test_no_file_names_a_machine_or_a_package_index() -> None:
    told = {files.short(p): files.machine_named(text(p)) for p in files.files()}
    assert {name: found for name, found in told.items() if found} == {}


def test_make_alone_lists_every_verb() -> None:
    assert files.undocumented(text(files.ROOT / "Makefile")) == []


def test_a_model_is_named_after_its_folder_and_its_act() -> None:
    wrong = {
        path.stem
        for path in models.MODELS
        if models.wrongly_named(*path.relative_to(MODELS).parts[:2], path.stem)
    }
    assert wrong == NO_PARTICIPLE


@pytest.mark.parametrize("thing", [*models.MODELS, *models.SEEDS], ids=lambda p: p.stem)
def test_a_model_or_seed_says_what_one_row_is(thing: Path) -> None:
    assert models.what_a_row_is(thing).startswith("One row per")


@pytest.mark.parametrize("twin", models.TWINS, ids=lambda path: path.stem)
def test_a_yml_has_no_misspelt_key(twin: Path) -> None:
    assert models.misspelt(text(twin)) == []


def test_the_same_night_twice_is_the_same() -> None:
    assert [path.name for path in SQL if sql.clocks(text(path))] == []


def test_no_float_becomes_an_amount() -> None:
    assert {path.name for path in SQL if sql.floats(text(path))} == FLOATS


def test_brands_stop_where_records_are_united() -> None:
    inner = [p for p in SQL if not any(p.is_relative_to(s) for s in SPEAKING)]
    assert [path.name for path in inner if sql.brands(text(path))] == []


def test_a_model_reads_its_own_system_or_the_rules() -> None:
    for path in models.MODELS:
        layer, folder = path.relative_to(MODELS).parts[:2]
        own = folder if layer == "staging" else "rules"
        foreign = [s for s in sql.sources(text(path)) if own not in s]
        assert foreign == [], path.stem


def test_no_driver_is_used_that_is_not_defined() -> None:
    known = {row["driver"] for row in drivers()} | INNER_DRIVERS
    unknown = {path.name: sql.drivers(text(path)) - known for path in SQL}
    assert {name: found for name, found in unknown.items() if found} == {}


def test_one_module_opens_duckdb() -> None:
    opening = [p for p in [*NIGHT, *PAGES] if modules.opens_duckdb(text(p))]
    assert list(map(files.short, opening)) == ["pipelines/warehouse.py"]


def test_one_module_runs_dlt() -> None:
    running = [p for p in [*NIGHT, *PAGES] if modules.imports(text(p), "dlt")]
    assert list(map(files.short, running)) == ["pipelines/load.py"]


@pytest.mark.parametrize("package", ["dlt", "dbt", "great_expectations"])
def test_slow_packages_are_imported_by_the_verb_that_needs_them(package: str) -> None:
    slow = [
        files.short(path)
        for path in [*NIGHT, *PAGES]
        if path.stem != "sql_functions"  # dbt itself loads this one
        and modules.imports(text(path), package, at_once=True)
    ]
    assert slow == []


def test_nothing_but_the_sandbox_knows_what_was_planted() -> None:
    sandbox = files.ROOT / "pipelines" / "sandbox"
    outside = [p for p in [*NIGHT, *PAGES] if not p.is_relative_to(sandbox)]
    knowing = [
        files.short(path)
        for path in outside
        for part in ("answers", "mistakes", "planted", "truths")
        if modules.imports(text(path), f"pipelines.sandbox.{part}")
    ]
    assert knowing == []


def test_nothing_prints() -> None:
    assert [files.short(p) for p in [*NIGHT, *PAGES] if modules.prints(text(p))] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_reads_only_what_is_meant_for_reading(page: Path) -> None:
    assert modules.schemas_read(text(page)) <= modules.READABLE
