"""A spreadsheet beside a system is compared with it; one that completes it is not."""

from pathlib import Path

import duckdb
import trackers
from planted import Planted

from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.invention import invent

HELD = "is_deleted boolean default false; legal_entity_id varchar; client_id varchar"
VALUED = "worth_amount decimal(18, 2)"
COLUMNS = (
    "record_id varchar; record_name varchar; role varchar; source_system varchar; "
    "source_record_type varchar; source_record_id varchar"
)


def record(system: str, number: str, client: str) -> dict[str, object]:
    return {
        "record_id": f"{system}:account:{number}",
        "source_system": system,
        "source_record_type": "account",
        "source_record_id": number,
        "record_name": f"Name {number}",
        "role": "hr" if system == "files" else "crm",
        "client_id": client,
    }


def test_a_spreadsheet_s_record_is_alone_differs_or_repeats(tmp_path: Path) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.rows(
        "rules.connections",
        [
            {"role": "crm", "system": "hubspot", "source_system": "hubspot"},
            {"role": "crm", "system": "imports", "source_system": "hubspot"}
            | {"beside": "hubspot"},
            {"role": "crm", "system": "google_sheets", "source_system": "sheet"},
            {"role": "hr", "system": "imports", "source_system": "files"},
        ],
        "beside varchar",
    )
    planted.rows(
        "client_records",
        [record("hubspot", n, f"c{n}") for n in "12"]
        + [record("sheet", n, f"c{n}") for n in "123"]
        + [record("files", "9", "c9")],
        HELD,
    )
    planted.rows("project_records", [], f"{HELD}; project_id varchar; " + COLUMNS)
    said = {"stated_field": "domain", "compare_rule": "strict"}
    planted.rows(
        "int_field_values__compared",
        [
            said | {"record_id": f"{system}:account:{n}", "compared_value": value}
            for system, n, value in (
                *(("hubspot", "1", "a"), ("sheet", "1", "b")),
                *(("hubspot", "2", "a"), ("sheet", "2", "a")),
            )
        ],
    )
    planted.rows("int_client_records__valued", [], f"record_id varchar; {VALUED}")
    planted.common("psa", "projects")
    planted.build(
        *("int_records__tracked", "int_tracked_projects__compared", "shadow_records")
    )

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        told = opened.execute(
            "select source_record_id, shadow_state, sentence "
            "from intermediate.shadow_records order by 1"
        ).fetchall()

    assert told == [
        (
            *("1", "disagrees"),
            "Name 1 (1) of the spreadsheet has another domain than hubspot:account:1. "
            "Decide, and correct CRM.",
        ),
        (
            *("2", "repeats"),
            "Name 2 (2) of the spreadsheet repeats hubspot:account:2. "
            "Remove it from the list.",
        ),
        (
            *("3", "nowhere_else"),
            "Name 3 (3) of the spreadsheet is in no CRM. Enter it there.",
        ),
    ]


def test_lists_of_projects_in_a_whole_firm_are_told_and_nothing_besides(
    tmp_path: Path,
) -> None:
    draft, truths = invent(7, AS_OF)
    kept, wanted = trackers.keep(draft, truths, 8)

    assert trackers.found(tmp_path / "w.duckdb", draft, truths, kept) == wanted
    assert len(wanted) == 24
