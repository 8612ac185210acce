"""Every answer of the sandbox is one that the vendor's own specification allows."""

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipelines.firm import Connection, read_firm
from pipelines.sandbox.speaks.bamboohr import SECRETS, BambooHR
from pipelines.sandbox.speaks.xero import PROJECTS
from pipelines.sandbox.world import World
from pipelines.sources import Source, bamboohr
from tests.pipelines.sandbox.official import VENDOR, Specification
from tests.pipelines.sources.hearing import Session
from tests.pipelines.sources.xero_books import books_of, voice_of

pytestmark = pytest.mark.skipif(
    not VENDOR.is_dir(), reason="VENDOR_ANSWERS names no folder of specifications"
)
FIRM = Path(__file__).parents[3] / "firm.toml"
REAL_XERO = {
    "$.DateTimeUTC",
    "$.Id",
    "$.ProviderName",
    "$.Status",
    "$.CreditNotes[].DateString",
    "$.HistoryRecords[].DateUTCString",
    "$.Invoices[].DateString",
    "$.Invoices[].DueDateString",
    "$.Journals[].JournalDateString",
    "$.Payments[].DateString",
    "$.CreditNotes[].Allocations[].DateString",
    "$.CreditNotes[].DueDateString",
}
"""What recorded answers carry and the specification does not name."""

REAL_BAMBOOHR = {
    ("$[].id", "type"),
    ("$[].employeeId", "type"),
    ("$[].amount.amount", "type"),
    ("$[].dates[]", "type"),
    ("$[].type.id", "type"),
    ("$.employees", "type"),
}
"""Recorded ids and amounts are text where the specification says integer and number;
where nobody is in a map, it is an empty list."""


@dataclass(frozen=True)
class Some:
    """The first and the last records of each table: every kind, in less time."""

    world: World

    @property
    def seed(self) -> int:
        return self.world.seed

    @property
    def day(self) -> date:
        return self.world.day

    def records(self, role: str, table: str) -> list[dict[str, Any]]:
        rows = self.world.records(role, table)
        return rows if len(rows) <= 120 else rows[:60] + rows[-60:]


class Heard(Session):
    """Remembers what was answered to what was asked."""

    def __init__(self, voice: Any) -> None:
        super().__init__(voice)
        self.answered: list[tuple[str, str, set[str], Any]] = []

    def request(self, method: str, url: str, **said: Any) -> Any:  # type: ignore[override]
        response = super().request(method, url, **said)
        if response.status_code == 200:
            asked = set(said["params"] or ())
            path = self.asked[-1].path
            self.answered.append((method, path, asked, json.loads(response.content)))
        return response


def night_of(source: Source) -> None:
    """Read every table, as a first night does."""
    for reader in source.values():
        for _ in reader(None):
            pass


def wrong(heard: Heard, file: str, base: str = "") -> Counter[tuple[str, str]]:
    """Return what the specification says against the answers, and how often."""
    official = Specification(file)
    found: Counter[tuple[str, str]] = Counter()
    answered = [one for one in heard.answered if one[1].startswith(base)]
    assert answered
    for method, path, asked, body in answered:
        place = path.removeprefix(base)
        assert asked <= official.parameters(method, place), (path, asked)
        found.update(official.errors(method, place, body))
    return found


def test_xero_answers_as_its_specification_says(world: World, tmp_path: Path) -> None:
    heard = Heard(voice_of(Some(world)))
    source, _, _ = books_of(tmp_path, heard)
    night_of(source)
    found = wrong(heard, "xero/xero_accounting.yaml", "/api.xro/2.0")
    assert set(found) == {(place, "not named") for place in REAL_XERO}
    projects = PROJECTS.removesuffix("/Projects")
    assert wrong(heard, "xero/xero-projects.yaml", projects) == Counter()


def test_bamboohr_answers_as_its_specification_says(world: World) -> None:
    connection = Connection("hr", "bamboohr", "bamboohr")
    client = bamboohr.client(connection, read_firm(FIRM), "https://hr.example", SECRETS)
    heard = Heard(BambooHR(Some(world)))
    client = replace(client, session=heard, sleep=lambda seconds: None)
    night_of(bamboohr.source(connection, read_firm(FIRM), client))
    found = wrong(heard, "bamboohr/public.yaml")
    assert set(found) == REAL_BAMBOOHR
