"""Generations: a night builds beside the published one and appears by one rename.

`build/generations/<n>/` is complete once its manifest is written, and published once
the symlink `build/current` names it. Whatever is killed before that never happened.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.firm import Firm
from pipelines.guards import bytes_free, refuse_a_full_disk, refuse_another_firm
from pipelines.identity_state import restore
from pipelines.manifest import (
    Manifest,
    damage,
    digests,
    make_durable,
    read_manifest,
    write_manifest,
)

KEPT = 7


class GenerationError(RuntimeError):
    """A generation is not what it must be; the message says what to do."""


@dataclass(frozen=True)
class Generation:
    """One numbered folder: the warehouse, dlt's state and the published files."""

    number: int
    folder: Path

    @property
    def warehouse(self) -> Path:
        """Return where everything of this night is built."""
        return self.folder / "warehouse.duckdb"


def published(build: Path) -> Generation | None:
    """Return the generation that readers see, by its numbered path; None before any."""
    try:
        folder = build / os.readlink(build / "current")
    except OSError:
        return None
    return _generation(folder) if read_manifest(folder) else None


def begin(
    build: Path, firm: Firm, *, free: Callable[[Path], int] = bytes_free
) -> Generation:
    """Start the next generation as a copy of the published one, or empty.

    Raises FirmError when the published one is another firm's, or the disk too full.
    """
    last = published(build)
    if last:
        refuse_another_firm(last.folder, firm)
        refuse_a_full_disk(last.folder, free)
    number = max((kept.number for kept in generations(build)), default=0) + 1
    begun = Generation(number, build / "generations" / str(number))
    begun.folder.mkdir(parents=True)
    if last and last.warehouse.exists():
        shutil.copyfile(last.warehouse, begun.warehouse)
        if (last.folder / "dlt").is_dir():
            shutil.copytree(last.folder / "dlt", begun.folder / "dlt")
    elif last:  # Its warehouse is lost: the ids that it gave go on.
        restore(last.folder, begun.warehouse)
    return begun


def seal(begun: Generation, manifest: Manifest) -> Manifest:
    """Make the generation durable and write its manifest; return it with all digests.

    Raises GenerationError while a file still has a write-ahead log: it is not whole.
    """
    for log in sorted(begun.folder.glob("*.wal")):
        raise GenerationError(
            f"{log} is left: {log.stem} was not closed. The generation stays "
            "unpublished; run `make nightly` again."
        )
    whole = replace(manifest, files=digests(begun.folder))
    write_manifest(begun.folder, whole)
    return whole


def point(build: Path, to: Generation) -> None:
    """Make ``to`` the generation that readers see, by one atomic rename."""
    unfinished = build / ".current"
    unfinished.unlink(missing_ok=True)
    os.symlink(f"generations/{to.number}", unfinished)
    os.replace(unfinished, build / "current")
    make_durable(build)


def roll_back(build: Path) -> Generation:
    """Publish the generation that the published one had continued, and return it."""
    now = published(build)
    manifest = read_manifest(now.folder) if now else None
    if not now or not manifest:
        raise GenerationError("Nothing is published yet. Run `make nightly` first.")
    before = build / "generations" / str(manifest.begun_from)
    earlier = read_manifest(before)
    if manifest.begun_from is None or earlier is None:
        raise GenerationError(
            f"Generation {now.number} is the oldest that is kept. Nothing was changed."
        )
    if found := damage(before, earlier):
        raise GenerationError(
            f"Generation {earlier.generation} is damaged: {found}. Nothing was changed."
        )
    (now.folder / "rolled_back").touch()
    make_durable(now.folder)
    point(build, _generation(before))
    return _generation(before)


def prune(build: Path) -> list[int]:
    """Remove all but the last seven generations, never the published one."""
    now = published(build)
    old = [kept for kept in generations(build)[:-KEPT] if kept != now]
    for generation in old:
        discard(generation)
    return [generation.number for generation in old]


def discard(generation: Generation) -> None:
    """Remove a generation; killed on the way, the rest is not mistaken for one."""
    removed = generation.folder.with_name(f".removed-{generation.number}")
    os.replace(generation.folder, removed)
    shutil.rmtree(removed)


def generations(build: Path) -> list[Generation]:
    """Return every generation on the disk, sealed or not, oldest first."""
    numbered = (
        folder
        for folder in (build / "generations").glob("*")
        if folder.name.isdecimal() and folder.is_dir()
    )
    return sorted(map(_generation, numbered), key=lambda found: found.number)


def _generation(folder: Path) -> Generation:
    return Generation(int(folder.name), folder)
