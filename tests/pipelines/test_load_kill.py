"""Killed at any answer, a load that runs again has the rows of an undisturbed one."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipelines.sandbox.server import Served, serve
from pipelines.sources.registry import raw_schema, tables
from tests.pipelines.killed_load import load_into
from tests.pipelines.sources.asking_a_system import connection_of
from tests.pipelines.sources.estate import SYSTEMS
from tests.pipelines.sources.faulty_world import world
from tests.pipelines.tiny_load import ask

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "tests.pipelines.killed_load"
FEW = {"personio": 1}
"""Where a system tells everything in fewer than four answers."""


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve every system over one small firm."""
    with serve(world(), tmp_path_factory.mktemp("served"), SYSTEMS) as found:
        yield found


def content(system: str, folder: Path) -> dict[str, list[Any]]:
    """Return the raw rows of every table."""
    connection = connection_of(system)
    return {
        name: ask(folder, f"from {raw_schema(connection, table)}.{name} order by all")
        for name, table in tables(connection).items()
    }


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_killed_load_that_runs_again_is_as_if_nothing_had_been(
    system: str, sandbox: Served, tmp_path: Path
) -> None:
    there = {"secrets": dict(sandbox.secrets), "addresses": dict(sandbox.addresses)}
    unfinished = tmp_path / "unfinished"
    load_into(system, tmp_path / "undisturbed", there, None)
    killed = [str(tmp_path / "killed"), str(unfinished), json.dumps(there)]
    answers = str(FEW.get(system, 3))
    ran = subprocess.run(
        [sys.executable, "-m", PROGRAM, system, *killed, answers], cwd=ROOT, check=False
    )
    assert ran.returncode == -signal.SIGKILL
    load_into(system, tmp_path / "again", there, unfinished)

    undisturbed = content(system, tmp_path / "undisturbed")
    assert any(undisturbed.values())
    assert content(system, tmp_path / "again") == undisturbed
