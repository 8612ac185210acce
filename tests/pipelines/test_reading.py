"""The process that reads dbt's models never outlives the night that began it."""

import subprocess
import sys
import time
from pathlib import Path

from tests.pipelines.killing import still_running, told_of

ROOT = Path(__file__).resolve().parents[2]
NIGHT = """
import sys
from pathlib import Path
from pipelines.transform import reading_models_ahead
with reading_models_ahead(Path("warehouse.duckdb"), Path(sys.argv[1])):
    print("It reads.", flush=True)
    sys.stdin.read()
"""


def _once_begun(scratch: Path) -> list[int]:
    """Return the processes that read for a night; a new one needs a moment to show."""
    for _ in range(200):
        if reading := told_of(scratch):
            return reading
        time.sleep(0.05)
    return []


def test_a_killed_night_ends_the_process_that_reads_its_models(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", NIGHT, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as night:
        assert night.stdout
        night.stdout.readline()
        reading = _once_begun(tmp_path)
        night.kill()

    assert len(reading) == 1
    assert still_running(tmp_path) == []
