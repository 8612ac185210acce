"""The sandbox writes the files beside the APIs and answers on this machine."""

import csv
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from pipelines.common_model import table
from pipelines.sandbox.beside import TABLES
from pipelines.sandbox.server import VOICES, serve
from pipelines.sandbox.world import World


def test_every_table_without_an_api_lies_there_as_a_file(
    world: World, tmp_path: Path
) -> None:
    with serve(world, tmp_path, systems=()) as served:
        for role, names in TABLES.items():
            for name in names:
                path = served.imports_folder / role / f"{name}.csv"
                header, *rows = csv.reader(path.open(encoding="utf-8"))
                assert header == [column.name for column in table(role, name).columns]
                assert len(rows) == len(world.records(role, name))


def test_an_unknown_system_is_not_found(world: World, tmp_path: Path) -> None:
    with (
        serve(world, tmp_path, systems=("hubspot",)) as served,
        pytest.raises(urllib.error.HTTPError, match="404"),
    ):
        address = served.addresses["hubspot"].replace("hubspot", "nobody")
        urllib.request.urlopen(f"{address}/crm/objects")


def test_every_system_has_an_address_and_every_secret_a_value(
    world: World, tmp_path: Path
) -> None:
    with serve(world, tmp_path, tuple(VOICES)) as served:
        assert set(served.addresses) == set(VOICES)
        assert all(served.secrets.values())
