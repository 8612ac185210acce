"""Secrets and addresses: the process's environment, then the file .env beside it."""

import os
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
