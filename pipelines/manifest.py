"""A generation's manifest: whose night it is, and the SHA-256 of every file of it."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

NAME = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What a sealed generation is, and what it must contain to be whole."""

    generation: int
    firm_name: str
    run_id: str
    as_of: str
    begun_from: int | None
    """The generation this night continued; `make rollback` goes back to it."""
    fingerprint: str
    """Changes when input, rules, code or day change; see pipelines/fingerprint.py."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a sealed generation, or None when it was never sealed."""
    try:
        said = json.loads((folder / NAME).read_text())
        return Manifest(**said)
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError):
        return None


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Make every file of ``folder`` durable, then the manifest, in that order."""
    for path in files_of(folder):
        make_durable(path)
    for inner in sorted(path for path in folder.rglob("*") if path.is_dir()):
        make_durable(inner)
    unfinished = folder / f".{NAME}"
    unfinished.write_text(json.dumps(asdict(manifest), indent=2) + "\n")
    make_durable(unfinished)
    os.replace(unfinished, folder / NAME)
    make_durable(folder)
    make_durable(folder.parent)


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of the generation, by its path in the folder."""
    return {
        path.relative_to(folder).as_posix(): _digest(path) for path in files_of(folder)
    }


def damage(folder: Path, manifest: Manifest) -> str | None:
    """Name the first file that is missing or not what was sealed; None when whole."""
    for name, digest in manifest.files.items():
        path = folder / name
        if not path.is_file():
            return f"{name} is missing"
        if _digest(path) != digest:
            return f"{name} is not the file that was sealed"
    for path in sorted(folder.glob("*.wal")):
        return f"{path.name} does not belong there"
    return None


def files_of(folder: Path) -> list[Path]:
    """Return the files that the manifest speaks of, in a fixed order."""
    about = {NAME, f".{NAME}", "rolled_back"}
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name not in about
    )


def make_durable(path: Path) -> None:
    """Return once the file or folder would survive a power cut."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
