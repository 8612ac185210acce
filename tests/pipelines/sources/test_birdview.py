"""Birdview: what is asked, and what an answer means."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.firm import Connection, Firm, FirmError
from pipelines.sandbox.speaks.birdview import SECRETS, Birdview
from pipelines.sources import Record, birdview
from pipelines.sources.auth import Basic
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, Row, TinyWorld
from tests.pipelines.sources.hearing import client_of

CONNECTION = Connection("psa", "birdview", "birdview")
KEY = Basic(SECRETS["BIRDVIEW_USER"], SECRETS["BIRDVIEW_PASSWORD"])


def timelog(number: int, **said: Any) -> Row:
    return {
        "time_entry_id": f"T-{number}",
        "project_id": "P-1",
        "person_id": "R-1",
        "work_date": date(2026, 5, 4),
        "hours": Decimal("7.25"),
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    } | said


def source_of(world: TinyWorld, **fields: str) -> Any:
    client, _, _ = client_of(Birdview(world), KEY)
    named = {name.replace("__", "."): said for name, said in fields.items()}
    firm = Firm("Tiny", "USD", (CONNECTION,), Path(), fields={"birdview": named})
    return birdview.source(CONNECTION, firm, client)


def rows_of(pages: Iterable[object]) -> list[Record]:
    return [row for page in pages if isinstance(page, list) for row in page]


def test_a_long_list_comes_whole_page_by_page() -> None:
    world = TinyWorld(psa_time_entries=[timelog(number) for number in range(2300)])
    found = rows_of(source_of(world)["timelogs"](None))
    assert len({row["time_entry_id"] for row in found}) == len(found) == 2300


def test_only_what_changed_since_is_asked_for() -> None:
    later = NEW_YEAR + timedelta(days=3)
    world = TinyWorld(psa_time_entries=[timelog(1), timelog(2, updated_at=later)])
    (row,) = rows_of(source_of(world)["timelogs"](later))
    assert row["time_entry_id"] == "T-2"


def test_the_list_of_ids_lacks_what_was_deleted() -> None:
    world = TinyWorld(psa_time_entries=[timelog(1), timelog(2, is_deleted=True)])
    assert rows_of(source_of(world)["timelog_ids"](None)) == [{"id": "T-1"}]


def test_numbers_are_exact_and_custom_fields_found_by_name() -> None:
    project = {
        "project_id": "P-1",
        "client_id": "C-1",
        "project_name": "Reporting",
        "current_amount": Decimal("61600.10"),
        "crm_deal_id": "D-7",
    }
    world = TinyWorld(psa_projects=[project])
    (row,) = rows_of(source_of(world)["projects"](None))
    assert (row["budget"], row["crm_deal_id"]) == (Decimal("61600.10"), "D-7")
    (other,) = rows_of(
        source_of(world, projects__crm_deal_id="CRM number")["projects"](None)
    )
    assert other["crm_deal_id"] is None


def test_the_account_must_be_named_before_anything_is_asked() -> None:
    firm = Firm("Tiny", "USD", (CONNECTION,), Path())
    secrets = {"BIRDVIEW_USER": "u", "BIRDVIEW_PASSWORD": "p"}
    with pytest.raises(FirmError, match=r"does not say its account. Add birdview"):
        birdview.client(CONNECTION, firm, birdview.BASE_ADDRESS, secrets)
