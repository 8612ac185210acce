"""Secrets and addresses: the process's environment, then the file .env beside it."""

import os
from collections.abc import Mapping
from pathlib import Path

from pipelines.firm import Firm, FirmError


def environment(firm: Firm) -> dict[str, str]:
    """Return every variable that is set; the environment wins over the file.

    The file is `.env` in the folder of firm.toml. Raises FirmError when others than its
    owner may read it.
    """
    path = firm.folder / ".env"
    return {**(_written(path) if path.exists() else {}), **os.environ}


def share(firm: Firm, name: str) -> None:
    """Put one variable of `.env` into the process, for code that dbt calls."""
    value = environment(firm).get(name)
    if value:
        os.environ[name] = value


def remember(firm: Firm, said: Mapping[str, str]) -> None:
    """Keep variables in `.env` beside firm.toml, mode 0600, all at once or not at all.

    Raises FirmError when others may read the file.
    """
    path = firm.folder / ".env"
    if path.exists():
        _written(path)
    lines = path.read_text().splitlines() if path.exists() else []
    kept = [line for line in lines if line.partition("=")[0].strip() not in said]
    text = "\n".join([*kept, *(f"{name}={value}" for name, value in said.items())])
    beside = path.with_name(".env.new")
    beside.unlink(missing_ok=True)
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w") as file:
        file.write(f"{text}\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _written(path: Path) -> dict[str, str]:
    if path.stat().st_mode & 0o077:
        raise FirmError(
            f"{path} holds secrets and others may read it. Run `chmod 600 {path}`."
        )
    known = {}
    for line in path.read_text().splitlines():
        name, equals, value = line.partition("=")
        if equals and not name.startswith("#") and value.strip():
            known[name.strip()] = value.strip().strip("\"'")
    return known
