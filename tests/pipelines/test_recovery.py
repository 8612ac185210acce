"""What is damaged, lost, too large or another firm's never costs a published night."""

import os

import pytest

from pipelines.firm import FirmError
from pipelines.forget import forget
from pipelines.generations import begin, published
from pipelines.recovery import recover
from tests.pipelines.tiny_night import firm_called, nights, number, numbers


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
