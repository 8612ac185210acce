"""Who changed what: from the system's own history, else between two nights."""

from datetime import date
from pathlib import Path

import duckdb
import pytest
from planted import FIRM, Planted

from pipelines.common_model import TABLES

IDENTITY = "record_id varchar; client_id varchar; project_id varchar; person_id varchar"
CHANGE = {
    "source_system": "hubspot",
    "record_type": "deal",
    "record_id": "7",
    "field": "net_amount",
    "changed_at": "2026-05-03 10:00:00",
    "old_value": "100.00",
    "new_value": "90.00",
    "changed_by": "ann@meridian.example",
    "change_source": "person",
}
HISTORY = (
    "int_field_values__stated",
    "int_field_values__remembered",
    "int_field_changes__unioned",
    "int_field_edits__dated",
    "field_edits",
)
Edit = tuple[str, str | None, str | None, str | None, str, str]


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    planted = Planted(tmp_path / "warehouse.duckdb")
    for table in TABLES:
        planted.common(table.role, table.name)
    for entity in ("clients", "projects", "people"):
        planted.rows(f"int_{entity}__identified", [], IDENTITY)
    for seed in ("field_columns", "field_owners"):
        planted.seed(seed)
    planted.rows(
        "rules.connections",
        [
            {"role": "crm", "source_system": "hubspot"},
            {"role": "psa", "source_system": "birdview"},
        ],
    )
    return planted


def night(planted: Planted, day: date, city: str, updated: str | None = None) -> None:
    """Let one night pass in which the PSA client lies in this city."""
    planted.rows("rules.firm", [FIRM | {"as_of": day}], "as_of date")
    client = {"source_system": "birdview", "client_id": "1", "client_name": "Acme"}
    planted.common("psa", "clients", [client | {"city": city, "updated_at": updated}])
    planted.build(*HISTORY)


def edits(planted: Planted) -> list[Edit]:
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        return opened.execute(
            "select stated_field, old_value, new_value, changed_by, means, resolution "
            "from intermediate.field_edits order by changed_at, edit_id"
        ).fetchall()


def test_a_history_names_who_changed_it_and_by_what_means(planted: Planted) -> None:
    written = [
        CHANGE | {"change_source": source, "changed_at": f"2026-05-0{n} 10:00:00"}
        for n, source in enumerate(
            ("person", "integration", "import", "formula", "magic"), 1
        )
    ]
    planted.common("crm", "field_changes", written)

    night(planted, date(2026, 5, 20), "Leeds")

    found = [(by, means, how) for _, _, _, by, means, how in edits(planted)]
    by = "ann@meridian.example"
    assert found == [
        (by, means, "exact")
        for means in ("person", "integration", "import", "formula", "unknown")
    ]


def test_without_a_history_two_nights_show_the_change_and_nobody(
    planted: Planted,
) -> None:
    for day, city in ((20, "Leeds"), (21, "Leeds"), (22, "York"), (23, "York")):
        night(planted, date(2026, 5, day), city)

    assert edits(planted) == [("city", "Leeds", "York", None, "unknown", "night")]
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        told = opened.execute(
            "select explanation from field_edits".replace(
                "field_edits", "intermediate.field_edits"
            )
        ).fetchall()
    assert told == [
        (
            "PSA record 1 got another city between the nights of 2026-05-21 "
            "and 2026-05-22. "
            "The system keeps no history, so nobody knows who changed it.",
        )
    ]


def test_a_value_that_moves_back_and_forth_leaves_every_edit(planted: Planted) -> None:
    for day, city in ((20, "Leeds"), (21, "York"), (22, "Leeds")):
        night(planted, date(2026, 5, day), city, f"2026-05-{day} 09:30:00")

    assert [(old, new) for _, old, new, *_ in edits(planted)] == [
        ("Leeds", "York"),
        ("York", "Leeds"),
    ]


def test_the_same_night_twice_shows_no_edit_twice(planted: Planted) -> None:
    for _ in range(2):
        night(planted, date(2026, 5, 20), "Leeds")
        night(planted, date(2026, 5, 21), "York")
        night(planted, date(2026, 5, 21), "York")

    assert len(edits(planted)) == 3


def test_a_change_that_the_history_tells_is_not_told_by_nights_again(
    planted: Planted,
) -> None:
    change = CHANGE | {
        "source_system": "birdview",
        "record_type": "client",
        "record_id": "1",
        "field": "city",
        "changed_at": "2026-05-21 12:00:00",
        "old_value": "Leeds",
        "new_value": "York",
    }
    night(planted, date(2026, 5, 20), "Leeds")
    planted.common("psa", "field_changes", [change])

    night(planted, date(2026, 5, 21), "York")

    assert [edit[-1] for edit in edits(planted)] == ["exact"]
