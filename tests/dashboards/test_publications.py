"""Pages follow the next publication, and each audience reads its own file."""

import shutil
from pathlib import Path

import pytest

from tests.dashboards.conftest import Visit
from tests.dashboards.published import change, publish
from tests.dashboards.reading import text


def test_the_next_publication_is_followed_without_a_restart(
    build: Path, visit: Visit
) -> None:
    page = visit(client="acme")
    assert "Run run-1" in text(page)
    publish(build, 2)
    shutil.rmtree(build / "generations" / "1")

    assert "Run run-2" in text(page.run())


def test_leadership_reads_its_own_file(
    build: Path, monkeypatch: pytest.MonkeyPatch, visit: Visit
) -> None:
    change(build, "update rules.firm set run_id = 'analysts-only'")
    monkeypatch.setenv("AUDIENCE", "leadership")

    assert "Run run-1" in text(visit())
