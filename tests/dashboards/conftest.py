"""The dashboard over a published generation of the worked examples."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.dashboards.published import publish

APP = Path(__file__).parents[2] / "dashboards" / "app.py"
Visit = Callable[..., AppTest]


@pytest.fixture(scope="session")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder that every test begins with a copy of."""
    build = tmp_path_factory.mktemp("published")
    publish(build)
    return build


@pytest.fixture
def build(first_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build folder of its own with one published generation."""
    folder = tmp_path / "build"
    shutil.copytree(first_build, folder, symlinks=True)
    monkeypatch.setenv("BUILD", str(folder))
    monkeypatch.delenv("AUDIENCE", raising=False)
    return folder


@pytest.fixture
def visit() -> Visit:
    """Open a page as a link would: its file and what the URL says."""
    st.cache_data.clear()

    def opened(page: str = "which_number", **url: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=30)
        if page != "which_number":
            app.run()  # Only a first run makes the pages known.
            app.switch_page(f"pages/{page}.py")
        for name, value in url.items():
            app.query_params[name.rstrip("_")] = value
        return app.run()

    return opened
