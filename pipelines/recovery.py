"""What a kill, a lost pointer or a damaged file left behind, undone before a night."""

import shutil
from pathlib import Path

from pipelines.generations import Generation, discard, generations, point, published
from pipelines.manifest import damage, read_manifest


def recover(build: Path) -> list[str]:
    """Leave only sealed generations, the newest whole one published; say what was done.

    A generation that was begun and never published is removed. A published one whose
    files are not those that were sealed gives way to the newest whole one before it.
    """
    (build / "generations").mkdir(parents=True, exist_ok=True)
    (build / ".current").unlink(missing_ok=True)
    for half_removed in (build / "generations").glob(".removed-*"):
        shutil.rmtree(half_removed)
    done = _point_to_a_whole_one(build)
    now = published(build)
    for left in generations(build):
        is_newer = not now or left.number > now.number
        if is_newer and not (left.folder / "rolled_back").exists():
            discard(left)
            done.append(f"Generation {left.number} was never published: removed.")
    return done


def verified(build: Path) -> dict[int, str]:
    """Hash every file of every generation; say of each what is damaged, or ''."""
    return {kept.number: _damage(kept) or "" for kept in generations(build)}


def _point_to_a_whole_one(build: Path) -> list[str]:
    now = published(build)
    found = _damage(now) if now else None
    if now and not found:
        return []
    candidates = [
        kept
        for kept in generations(build)
        if kept != now
        and not (kept.folder / "rolled_back").exists()
        and not _damage(kept)
    ]
    if now:
        (now.folder / "rolled_back").touch()
    if not candidates:
        (build / "current").unlink(missing_ok=True)
        return [f"Generation {now.number} is damaged: {found}."] if now else []
    point(build, candidates[-1])
    why = f"Generation {now.number} is damaged: {found}." if now else "No pointer."
    return [f"{why} Generation {candidates[-1].number} is published instead."]


def _damage(kept: Generation) -> str | None:
    manifest = read_manifest(kept.folder)
    return damage(kept.folder, manifest) if manifest else "it was never sealed"
