"""What makes a night refuse to start: another firm's nights, or too little room."""

import shutil
from collections.abc import Callable
from pathlib import Path

from pipelines.firm import Firm, FirmError
from pipelines.manifest import files_of, read_manifest

ROOM = 3
"""A night needs this many times the size of the last generation free on the disk."""


def bytes_free(folder: Path) -> int:
    """Return how many bytes the disk of ``folder`` can still take."""
    return shutil.disk_usage(folder).free


def refuse_another_firm(last: Path, firm: Firm) -> None:
    """Raise FirmError when the generation in folder ``last`` is not this firm's."""
    manifest = read_manifest(last)
    if manifest and manifest.firm_name != firm.name:
        raise FirmError(
            f"{last.parents[1]} holds the nights of {manifest.firm_name}, not of "
            f"{firm.name}. Name another folder: BUILD=path."
        )


def refuse_a_full_disk(last: Path, free: Callable[[Path], int]) -> None:
    """Raise FirmError when fewer than three times the size of ``last`` is free."""
    size = sum(path.stat().st_size for path in files_of(last))
    if (left := free(last)) < ROOM * size:
        raise FirmError(
            f"The disk of {last.parents[1]} has {left / 1e6:,.0f} MB free; a night "
            f"needs {ROOM * size / 1e6:,.0f} MB. Free some space or name another "
            "folder: BUILD=path."
        )
