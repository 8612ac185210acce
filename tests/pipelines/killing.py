"""Kill a night with SIGKILL at one place, run the next, and say what became of both."""

import os
import shutil
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas  # noqa: F401 - DuckDB imports it at the first query of every child

from pipelines.canonical import canonical_digest
from pipelines.generations import generations, published
from pipelines.manifest import damage, read_manifest

Effects = Sequence[tuple[Any, Sequence[str]]]
"""Modules or classes, and which of their functions change something."""

FILES: Effects = [
    (os, ("replace", "fsync", "symlink", "mkdir", "unlink", "rmdir")),
    (shutil, ("copyfile", "copytree")),
    (duckdb, ("connect",)),
]
PATIENCE = 5
"""Seconds that a process may outlive the night that began it."""


@dataclass(frozen=True)
class Campaign:
    """What each killed night begins with, and what the next one must publish."""

    template: Path
    night: Callable[[Path], int]
    digests: Mapping[str, str | None]
    """The canonical digest of what is published before (old) and afterwards (new)."""


def killed_and_followed(
    campaign: Campaign, build: Path, kill: Callable[[Path], int]
) -> dict[str, Any]:
    """Return what a killed night left in a copy of the template, and the next one."""
    copy(campaign.template, build)
    told = aftermath(build, kill, campaign.digests)
    told["next_night"] = in_a_child(lambda: campaign.night(build))
    told["next_is_new"] = digest(build) == campaign.digests["new"]
    told["next_damage"] = damage_of(build)
    told["left_over"] = left_over(build)
    shutil.rmtree(build)
    return told


def aftermath(
    build: Path, kill: Callable[[Path], int], digests: Mapping[str, str | None]
) -> dict[str, Any]:
    """Kill a night in ``build`` and return what is published and still runs."""
    told: dict[str, Any] = {"signal": in_a_child(lambda: kill(build))}
    told["still_running"] = still_running(build)
    told["published_is"] = [k for k, v in digests.items() if v == digest(build)]
    told["damage"] = damage_of(build)
    return told


def in_a_child(act: Callable[[], Any]) -> int:
    """Return the exit code of ``act``, or minus the signal that ended it."""
    child = os.fork()
    if not child:
        code = 99
        try:
            code = int(act() or 0)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def wrapped(before: Callable[[str], None], effects: Effects = FILES) -> None:
    """Have ``before`` called with the name of each effect, before it happens."""
    for place, names in effects:
        for name in names:
            real = getattr(place, name)

            def call(
                *given: Any, real: Any = real, name: str = name, **named: Any
            ) -> Any:
                before(name)
                return real(*given, **named)

            setattr(place, name, call)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def copy(build: Path, to: Path) -> None:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(build, to, symlinks=True)


def digest(build: Path) -> str | None:
    now = published(build)
    if not now:
        return None
    told = build.parent / "digest"
    in_a_child(
        lambda: told.write_text(canonical_digest(now.folder / "analysts.duckdb")) and 0
    )
    return told.read_text()


def damage_of(build: Path) -> str | None:
    now = published(build)
    manifest = read_manifest(now.folder) if now else None
    return damage(now.folder, manifest) if now and manifest else None


def still_running(build: Path) -> list[int]:
    """Return processes that were told of ``build`` and did not end with the night."""
    until = time.monotonic() + PATIENCE
    while (found := told_of(build)) and time.monotonic() < until:
        time.sleep(0.1)
    return found


def told_of(build: Path) -> list[int]:
    """Return processes that have ``build`` in their environment."""
    found = []
    for said in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"{build}/".encode() in said.read_bytes():
                found.append(int(said.parent.name))
        except OSError:
            continue  # It ended meanwhile, or is not ours.
    return found


def left_over(build: Path) -> list[str]:
    hidden = [*build.glob(".*"), *(build / "generations").glob(".*")]
    unsealed = [
        kept.folder for kept in generations(build) if damage_of_one(kept.folder)
    ]
    return sorted(path.name for path in [*hidden, *unsealed])


def damage_of_one(folder: Path) -> str | None:
    manifest = read_manifest(folder)
    return damage(folder, manifest) if manifest else "never sealed"
