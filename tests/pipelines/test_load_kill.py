"""Killed at any answer, a load that runs again has the rows of an undisturbed one."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipelines.killed_load import load_into
from tests.pipelines.sandbox.tiny_world import deal
from tests.pipelines.tiny_load import ask, served

ROOT = Path(__file__).resolve().parents[2]
DEALS = [deal(f"D-{n}") for n in range(120)]
PROGRAM = "tests.pipelines.killed_load"
TABLES = (
    *("raw_hubspot.companies", "raw_hubspot.deals", "raw_hubspot.property_history"),
    "raw_bamboohr.employees",
)


def content(folder: Path) -> list[object]:
    return [ask(folder, f"from {table} order by all") for table in TABLES]


@pytest.mark.parametrize("answers", [6, 20])
def test_a_killed_load_that_runs_again_is_as_if_nothing_had_been(
    tmp_path: Path, answers: int
) -> None:
    unfinished = tmp_path / "unfinished"
    with served(tmp_path / "world", *DEALS) as found:
        there = {"secrets": dict(found.secrets), "addresses": dict(found.addresses)}
        load_into(tmp_path / "undisturbed", there, None)
        killed = [str(tmp_path / "killed"), str(unfinished), json.dumps(there)]
        ran = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.pipelines.killed_load",
                *killed,
                str(answers),
            ],
            cwd=ROOT,
            check=False,
        )
        assert ran.returncode == -signal.SIGKILL
        assert list(unfinished.iterdir()) != []
        load_into(tmp_path / "again", there, unfinished)
    assert content(tmp_path / "again") == content(tmp_path / "undisturbed")
