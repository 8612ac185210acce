"""A first load that a daily limit spreads over five days finishes on the fifth."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.firm import Connection, Firm
from pipelines.load import Loaded, load
from pipelines.run import Run
from pipelines.sandbox.server import serve
from tests.pipelines.sources.faulty_world import world
from tests.pipelines.tiny_load import ask

BOOKS = Connection("accounting", "xero", "xero")
A_DAY, N_DAYS = 7, 5
"""So many calls a day are allowed; five days are more than the books need."""

TABLES = ("contacts", "invoices", "journal_lines", "accounts", "history")


def night(folder: Path, at: datetime, unfinished: Path, allowed: int) -> list[Loaded]:
    """Load one night, on whose day Xero answers so often."""
    firm = Firm("Tiny", "USD", (BOOKS,), folder, as_of=at.date())
    firm_of_day: Any = {"limits": {"xero": {"day_limit": allowed}}}
    run = Run(f"{at:%F}", at, at.date(), "test")
    with serve(world(), folder / f"files-{at:%F}", ["xero"], **firm_of_day) as served:
        there = {"secrets": dict(served.secrets), "addresses": served.addresses}
        return load(firm, folder, **there, unfinished=unfinished, run=run)


def content(folder: Path) -> list[object]:
    return [ask(folder, f"from raw_xero.{table} order by all") for table in TABLES]


def test_a_first_load_of_five_days_finishes_on_the_fifth(tmp_path: Path) -> None:
    first, unfinished = datetime(2026, 6, 1, 2), tmp_path / "unfinished"
    for folder in ("once", "slowly"):
        (tmp_path / folder).mkdir()
    night(tmp_path / "once", first, tmp_path / "none", 10**9)
    ended = []
    for day in range(N_DAYS):
        at = first + timedelta(days=day)
        told = night(tmp_path / "slowly", at, unfinished, A_DAY)
        ended.append(all(one.is_complete for one in told))
        if not ended[-1]:
            assert all("What was read is kept" in one.problem for one in told)
            assert not any(any(rows) for rows in content(tmp_path / "slowly"))
    assert ended == [False] * (N_DAYS - 1) + [True]
    assert content(tmp_path / "slowly") == content(tmp_path / "once")
