"""An account of Harvest that tells a tiny world, and the connector that asks it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.firm import Connection, Firm
from pipelines.sandbox.ids import number_of
from pipelines.sandbox.kept import Kept
from pipelines.sandbox.speaks import Request
from pipelines.sandbox.speaks.harvest import SECRETS, Harvest
from pipelines.sources import Source, harvest
from pipelines.sources.pace import unlimited
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld
from tests.pipelines.sources.hearing import Session

CONNECTION = Connection("psa", "harvest", "harvest")


def account_of(answers: Any, **secrets: str) -> tuple[Source, list[Request]]:
    firm = Firm("Tiny", "USD", (CONNECTION,), Path(), as_of=date(2026, 5, 31))
    client = harvest.client(
        CONNECTION, firm, "https://harvest.example", {**SECRETS, **secrets}
    )
    session = Session(answers)
    client = replace(
        client, session=session, pace=unlimited(), sleep=lambda seconds: None
    )
    return harvest.source(CONNECTION, firm, client), session.asked


def told(world: TinyWorld, **said: Any) -> Harvest:
    kind: type[Harvest] = type("Told", (Harvest,), said)
    return kind(Kept(world, {"psa": number_of}))


def entry(number: int, **said: Any) -> dict[str, Any]:
    return {
        "time_entry_id": f"{number}",
        "project_id": "P-1",
        "person_id": "R-1",
        "work_date": date(2026, 5, 4),
        "hours": Decimal(2),
        "updated_at": NEW_YEAR,
        "is_deleted": False,
    } | said
