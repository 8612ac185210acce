"""Nothing is installed without its hash; a night speaks to its own sources alone."""

import json
import re
import socket
from importlib.metadata import distribution
from pathlib import Path

import pytest

from pipelines.bill_of_materials import bill_of_materials, locked
from tests.egress import watched

ROOT = Path(__file__).parents[1]
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
SHARED_ALIKE = re.compile(r"\b(A?GPL|SSPL|BUSL)", re.IGNORECASE)
"""Licences that would bind what is built on top; the LGPL binds changes to itself."""


def test_a_night_speaks_to_its_sources_alone(sample_build: Path) -> None:
    told = json.loads((sample_build.parent / "connections.json").read_text())
    assert set(told) <= LOOPBACK
    assert told


def test_whoever_else_is_called_is_heard(tmp_path: Path) -> None:
    with (
        watched(tmp_path / "told.json"),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened,
    ):
        opened.connect(("192.0.2.1", 9))
    assert json.loads((tmp_path / "told.json").read_text()) == ["192.0.2.1"]


def test_every_package_is_locked_by_hash_and_names_its_licence() -> None:
    packages = locked()
    assert len(packages) > 100
    for name, version, hashes in packages:
        assert hashes, f"{name} {version} has no hash"
    components = bill_of_materials()["components"]
    assert len(components) == len(packages)
    unnamed = [one["name"] for one in components if not one["licenses"]]
    assert unnamed == []
    binding = [
        (one["name"], told["license"]["name"])
        for one in components
        for told in one["licenses"]
        if SHARED_ALIKE.search(told["license"]["name"])
    ]
    assert binding == []


@pytest.mark.parametrize("name", ["duckdb", "dlt", "dbt-core", "great-expectations"])
def test_what_is_installed_is_what_is_locked(name: str) -> None:
    assert distribution(name).version in {v for n, v, _ in locked() if n == name}
