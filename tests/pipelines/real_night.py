"""The real night of the sample firm, told stage by stage, and killed at one place."""

import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

# Slow imports, here for once: every night is a fork of the process that has them.
import duckdb_engine
import great_expectations  # noqa: F401
from dbt.adapters.sql.connections import SQLConnectionManager
from dbt.cli.main import dbtRunner  # noqa: F401
from dlt.destinations.impl.duckdb.sql_client import DuckDbSqlClient

import pipelines.checks.run
import pipelines.load  # noqa: F401
from pipelines.beginning import Order
from pipelines.firm import read_firm
from pipelines.nightly import nightly
from pipelines.terminal import Line, Terminal
from tests.pipelines.killing import FILES, Effects, die, wrapped

FIRM = Path(__file__).resolve().parents[2] / "firm.toml"
EFFECTS: Effects = [
    *FILES,
    (os, ("rename", "remove")),
    (DuckDbSqlClient, ("execute_query",)),
    (SQLConnectionManager, ("add_query",)),
    (duckdb_engine.CursorWrapper, ("execute", "executemany")),
]
"""Files, and every statement of dlt, of dbt and of Great Expectations."""


@dataclass(frozen=True)
class Place:
    """Where a night is killed: at an effect of a stage, or some seconds into it."""

    stage: str
    effect: int | None = None
    seconds: float | None = None

    def __str__(self) -> str:
        at = (
            f"effect {self.effect}" if self.seconds is None else f"{self.seconds:.1f} s"
        )
        return f"{self.stage}, {at}"


class Staged(Terminal):
    """A terminal that says which stage of the night has begun."""

    def __init__(self, entered: Callable[[str], None]) -> None:
        super().__init__(io.StringIO())
        self.entered = entered

    @contextmanager
    def step(self, name: str, expected_seconds: float = 0.0) -> Iterator[Line]:
        self.entered(name)
        with super().step(name, expected_seconds) as line:
            yield line
        self.entered(f"after {name}")


@dataclass
class Stages:
    """What an undisturbed night does in each stage, and how long each takes."""

    effects: dict[str, list[str]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def night(
    build: Path,
    day: date | None = None,
    *,
    is_full: bool = False,
    entered: Callable[[str], None] = lambda _: None,
) -> int:
    """Run a night of the sample firm and return its exit code."""
    order = Order(read_firm(FIRM), build, day, terminal=Staged(entered))
    return nightly(order, is_full=is_full)


def observed(build: Path, day: date, log: Path) -> int:
    """Run a night and write a line per effect and per stage into ``log``."""
    stage = ["begin"]
    began = time.monotonic()
    with log.open("a") as opened:

        def told(name: str) -> None:
            seconds = time.monotonic() - began
            opened.write(f"{seconds:.2f}\t{stage[0]}\t{name}\n")

        def entered(name: str) -> None:
            told("")
            stage[0] = name

        wrapped(told, EFFECTS)
        code = night(build, day, entered=entered)
        told("")
        return code


def stages(log: Path) -> Stages:
    """Return what ``observed`` has written."""
    found, began = Stages(), 0.0
    for line in log.read_text().splitlines():
        seconds, stage, name = line.split("\t")
        found.effects.setdefault(stage, [])
        if name:
            found.effects[stage].append(name)
        else:
            found.seconds[stage], began = float(seconds) - began, float(seconds)
    return found


def killed(build: Path, place: Place, day: date | None = None, **how: Any) -> int:
    """Run a night that kills itself with SIGKILL at ``place``."""
    stage, left = ["begin"], [place.effect]

    def entered(name: str) -> None:
        stage[0] = name
        if name == place.stage and place.seconds is not None:
            threading.Timer(place.seconds, die).start()

    def before(_: str) -> None:
        if stage[0] == place.stage and left[0] is not None:
            if left[0] == 0:
                die()
            left[0] -= 1

    wrapped(before, EFFECTS)
    return night(build, day, entered=entered, **how)
