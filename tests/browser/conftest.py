"""A real Chromium before a real server of the dashboard."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.tasks import Visitor
from tests.dashboards.published import publish

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60
expect.set_options(timeout=PATIENCE * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a Chromium where there is none, and say how to get it."""
    for item in items:
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(
                pytest.mark.skip(reason="no Chromium: apt-get install chromium")
            )


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the dashboard over the worked examples on a free port, then stop it."""
    build = tmp_path_factory.mktemp("published")
    publish(build)
    with served(build) as place:
        yield place


@pytest.fixture(scope="session")
def sample_address(sample_build: Path) -> Iterator[str]:
    """Serve the dashboard over a real night of the sample firm, then stop it."""
    with served(sample_build) as place:
        yield place


@contextmanager
def served(build: Path) -> Iterator[str]:
    """Serve the dashboard over a build folder on a free port, then stop it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "dashboards", "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "BUILD": str(build)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait(health: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(PATIENCE * 4):
        if server.poll() is not None:
            pytest.fail(f"The dashboard stopped with exit code {server.returncode}.")
        try:
            urllib.request.urlopen(health, timeout=1)
            return
        except OSError:
            time.sleep(0.25)
    pytest.fail("The dashboard did not start in time.")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """An empty page of a fresh profile whose links begin at the dashboard."""
    context = chromium.new_context(
        base_url=address, viewport={"width": 1280, "height": 800}
    )
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(chromium: Browser, sample_address: str) -> Iterator[Visitor]:
    """Somebody on the first page, with no filters."""
    context = chromium.new_context(
        base_url=sample_address, viewport={"width": 1280, "height": 800}
    )
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    wrong: list[str] = []
    page.on(
        "console", lambda said: wrong.append(said.text) if said.type == "error" else 0
    )
    page.goto("/")
    came = Visitor(page)
    came.answered("The firm:")
    yield came
    assert wrong == []
    context.close()
