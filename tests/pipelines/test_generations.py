"""Generations begin from the published one, are whole when seen, and can go back."""

import pytest

from pipelines.generations import (
    GenerationError,
    begin,
    prune,
    roll_back,
    seal,
)
from pipelines.manifest import damage, read_manifest
from tests.pipelines.tiny_night import firm_called, nights, number, numbers


def test_a_generation_begins_with_the_warehouse_and_state_of_the_published_one(
    tmp_path,
):
    nights(tmp_path, 3)

    begun = begin(tmp_path, firm_called())

    assert begun.number == 2
    assert (
        begun.warehouse.read_bytes()
        == (tmp_path / "generations/1/warehouse.duckdb").read_bytes()
    )
    assert (begun.folder / "dlt/state.txt").read_text() == "1"


def test_the_link_is_relative_so_the_folder_can_move(tmp_path):
    nights(tmp_path / "here", 3)
    (tmp_path / "here").rename(tmp_path / "there")

    assert number(tmp_path / "there") == 1


def test_a_published_generation_has_no_log_and_every_file_in_its_manifest(tmp_path):
    nights(tmp_path, 3)
    folder = tmp_path / "generations/1"
    manifest = read_manifest(folder)

    assert manifest
    assert damage(folder, manifest) is None
    assert {"warehouse.duckdb", "analysts.duckdb", "leadership.duckdb"} < set(
        manifest.files
    )
    assert not list(folder.glob("*.wal"))


def test_a_generation_with_a_log_left_is_not_sealed(tmp_path):
    nights(tmp_path, 3)
    begun = begin(tmp_path, firm_called())
    (begun.folder / "warehouse.duckdb.wal").write_bytes(b"committed rows")
    manifest = read_manifest(tmp_path / "generations/1")

    assert manifest
    with pytest.raises(GenerationError, match="was not closed"):
        seal(begun, manifest)


def test_the_last_seven_are_kept(tmp_path):
    nights(tmp_path, *range(1, 10))

    assert numbers(tmp_path) == [3, 4, 5, 6, 7, 8, 9]


def test_pruning_never_removes_the_published_one(tmp_path):
    nights(tmp_path, 1, 2)
    roll_back(tmp_path)
    for later in range(3, 11):
        folder = tmp_path / "generations" / str(later)
        folder.mkdir()
        (folder / "rolled_back").touch()

    prune(tmp_path)

    assert number(tmp_path) == 1
    assert 1 in numbers(tmp_path)


def test_rolling_back_points_to_the_one_before_and_the_next_night_goes_on(tmp_path):
    nights(tmp_path, 1, 2)

    assert roll_back(tmp_path).number == 1
    nights(tmp_path, 3)

    assert number(tmp_path) == 3
    assert roll_back(tmp_path).number == 1


def test_rolling_back_the_oldest_changes_nothing(tmp_path):
    nights(tmp_path, 1)

    with pytest.raises(GenerationError, match="oldest"):
        roll_back(tmp_path)
    assert number(tmp_path) == 1
