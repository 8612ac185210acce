"""Generations begin from the published one, are whole when seen, and can go back."""

import os
from pathlib import Path

import pytest

from pipelines.firm import FirmError
from pipelines.forget import forget
from pipelines.generations import (
    GenerationError,
    begin,
    generations,
    prune,
    published,
    roll_back,
    seal,
)
from pipelines.manifest import damage, read_manifest
from pipelines.nightly import nightly
from pipelines.recovery import recover
from tests.pipelines.tiny_night import firm_called, order


def nights(build: Path, *numbers_of_deals: int) -> None:
    for n_deals in numbers_of_deals:
        assert nightly(order(build, n_deals=n_deals)) == 0


def number(build: Path) -> int:
    now = published(build)
    assert now
    return now.number


def numbers(build: Path) -> list[int]:
    return [kept.number for kept in generations(build)]


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


def test_another_firm_is_refused(tmp_path):
    nights(tmp_path, 1)

    with pytest.raises(FirmError, match="Tiny Firm"):
        begin(tmp_path, firm_called("Other Firm"))
    with pytest.raises(FirmError, match="Tiny Firm"):
        forget(firm_called("Other Firm"), tmp_path)


def test_a_disk_without_room_for_three_generations_is_refused(tmp_path):
    nights(tmp_path, 1)
    size = sum(
        path.stat().st_size
        for path in (tmp_path / "generations/1").rglob("*")
        if path.is_file() and path.name != "manifest.json"
    )

    with pytest.raises(FirmError, match="Free some space"):
        begin(tmp_path, firm_called(), free=lambda _: 3 * size - 1)
    assert begin(tmp_path, firm_called(), free=lambda _: 3 * size).number == 2


@pytest.mark.parametrize(
    "file",
    ["warehouse.duckdb", "analysts.duckdb", "leadership.duckdb", "dlt/state.txt"],
)
def test_a_damaged_generation_gives_way_to_the_one_before(tmp_path, file):
    nights(tmp_path, 1, 2)
    path = tmp_path / "generations/2" / file
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert "generation 1 is published instead" in " ".join(recover(tmp_path)).lower()
    nights(tmp_path, 2)
    assert number(tmp_path) == 3


def test_a_lost_pointer_is_found_again(tmp_path):
    nights(tmp_path, 1, 2)
    os.unlink(tmp_path / "current")

    recover(tmp_path)

    assert number(tmp_path) == 2


def test_forgetting_leaves_no_generation_and_no_journal(tmp_path):
    nights(tmp_path, 1, 2)

    assert forget(firm_called(), tmp_path) == 2
    assert numbers(tmp_path) == []
    assert not (tmp_path / "logs").exists()
    assert published(tmp_path) is None
