"""Killed anywhere, the published file stays whole and the next night is exact."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRIVER = "tests.pipelines.killed_nights"


def killed_nights(folder: Path, *, before: int, places: int) -> list[dict[str, Any]]:
    ran = subprocess.run(
        [sys.executable, "-m", DRIVER, str(folder), str(before), str(places)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.fixture(scope="module", params=[(0, 8), (7, 20)], ids=["first", "eighth"])
def nights(request, tmp_path_factory) -> list[dict[str, Any]]:
    """The very first night, and one that must also remove an old generation."""
    before, places = request.param
    folder = tmp_path_factory.mktemp("killed") / "nights"
    told = killed_nights(folder, before=before, places=places)
    assert len(told) >= places
    return told


def test_every_place_was_killed(nights):
    assert [night for night in nights if night["signal"] != -9] == []


def test_what_is_published_after_a_kill_is_whole_and_old_or_new(nights):
    wrong = [n for n in nights if n["damage"] or len(n["published_is"]) != 1]
    assert wrong == []


def test_the_next_night_equals_an_undisturbed_one(nights):
    wrong = [
        night
        for night in nights
        if night["next_night"] != 0
        or not night["next_is_new"]
        or night["next_damage"]
        or night["left_over"]
    ]
    assert wrong == []
