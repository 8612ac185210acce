"""Every house rule refuses its smallest offender: a rule that cannot fail is a wish."""

from pathlib import Path

from tests.house import columns, files, models, modules, sql


def test_a_file_of_151_lines_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x\n" * 151)
    (tmp_path / "fits.py").write_text("x\n" * 150)
    assert files.too_long(sorted(tmp_path.glob("*"))) == {"long.py": 151}


def test_names_that_say_nothing_are_found_in_files_and_folders() -> None:
    wrong = ["pipelines/utils.py", "tests/helpers/x.py", "dashboards/chart_helpers.py"]
    assert files.vaguely_named([*wrong, "pipelines/common_model.py"]) == wrong


def test_places_of_a_machine_and_of_a_package_index_are_found() -> None:
    slash = "/"
    assert files.machine_named(f"open('{slash}tmp/x')") == [f"{slash}tmp/x"]
    assert files.machine_named(f"-{'-'}index-url x") == [f"-{'-'}index-url"]
    assert files.machine_named(f"https:{slash}/pypi.example/simple")
    assert files.machine_named("tmp_path / 'work/main'") == []


def test_a_verb_without_a_line_of_help_is_found() -> None:
    makefile = "DAY := 1\nload: ## copy\nhide: load\nhelp:\n"
    assert files.undocumented(makefile) == ["hide"]


def test_a_model_in_the_wrong_folder_is_found() -> None:
    assert models.wrongly_named("staging", "hubspot", "stg_birdview__deals")
    assert models.wrongly_named("intermediate", "clients", "int_clients__final")
    assert models.wrongly_named("marts", "core", "dim_clients")
    assert not models.wrongly_named("intermediate", "clients", "int_clients__weighed")


def test_a_missing_twin_says_nothing_about_rows(tmp_path: Path) -> None:
    assert models.what_a_row_is(tmp_path / "alone.sql") == ""


def test_a_misspelt_key_is_found() -> None:
    assert models.misspelt("models: [{name: x, descrpition: One row per x.}]")
    assert models.misspelt("models: [{name: x, description: One row per x.}]") == []


def test_clocks_and_dice_are_found_outside_comments() -> None:
    assert sql.clocks("select now()") and sql.clocks("select Current_Date")
    assert sql.clocks("order by random()")
    assert sql.clocks("{# now() #} select as_of -- random()") == []


def test_floats_are_found() -> None:
    assert sql.floats("net::double") and sql.floats("cast(net as float)")
    assert sql.floats("cast(net as decimal(18, 2))") == []


def test_brands_and_foreign_sources_are_found() -> None:
    assert sql.brands("where source_system = 'HubSpot'") == ["HubSpot"]
    assert sql.sources("{{ source('sandbox', 'answers') }}") == {"sandbox"}


def test_drivers_are_found_wherever_they_are_named() -> None:
    assert sql.drivers("select 'a' as driver") == {"a"}
    assert sql.drivers("where driver != 'b' and driver not in ('c', 'd')") == set("bcd")
    nested = "case when x = 'no' then case when y then 'e' end else 'f' end as driver"
    assert sql.drivers(f"case when z then 'other' end as kind, {nested}") == {"e", "f"}


def test_a_second_door_to_duckdb_is_found() -> None:
    assert modules.opens_duckdb("import duckdb\nduckdb.connect('x')")
    assert modules.opens_duckdb("from duckdb import connect")


def test_slow_imports_are_found_on_top_and_inside() -> None:
    inside = "def act():\n    import dlt\n"
    assert modules.imports(inside, "dlt")
    assert not modules.imports(inside, "dlt", at_once=True)
    assert modules.imports("from dlt.pipeline import x", "dlt", at_once=True)


def test_a_peek_at_what_was_planted_is_found() -> None:
    peeking = "from pipelines.sandbox import answers"
    assert modules.imports(peeking, "pipelines.sandbox.answers")


def test_prints_are_found() -> None:
    assert modules.prints("print('x')") and not modules.prints("'print(1)'")


def test_a_page_that_reads_raw_rows_is_found() -> None:
    assert modules.schemas_read("read('select * from raw_hubspot.deals')") == {
        "raw_hubspot"
    }


def test_columns_that_hide_what_they_are_are_found() -> None:
    def of(name: str, kind: str) -> list[columns.Column]:
        return [("deals", name, kind)]

    assert columns.without_a_layer(of("revenue", "DECIMAL(18,2)"))
    assert columns.money_unlike_money(of("paid_amount", "DOUBLE"))
    assert columns.money_unlike_money(of("amount_paid", "DECIMAL(18,2)"))
    assert columns.floating(of("share", "DOUBLE"))
    assert columns.unlike_their_kind(of("deals", "BIGINT"))
    assert columns.unlike_their_kind(of("open", "BOOLEAN"))
    assert columns.unlike_their_kind(of("closed", "DATE"))
    assert columns.unlike_their_kind(of("n_deals", "BIGINT")) == []
