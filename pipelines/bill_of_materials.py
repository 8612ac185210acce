"""What this project is made of: every locked package with its hash and its licence."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
UNKNOWN = {"", "UNKNOWN"}
LONGEST = 100
"""Some packages write a whole licence where its name belongs."""


def locked(lock: Path = LOCK) -> list[tuple[str, str, list[str]]]:
    """Return name, version and SHA-256 hashes of every package of the lock."""
    told = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        (found[1].lower(), found[2], re.findall(r"--hash=sha256:(\w+)", found[3]))
        for found in re.finditer(r"^([\w.-]+)(?:\[[^]]*\])?==(\S+)(.*)$", told, re.M)
    ]


def bill_of_materials() -> dict[str, Any]:
    """Return the bill in the format of CycloneDX 1.6.

    A package that is not installed here, because it belongs to another system or
    version of Python, says so in place of its licence.
    """
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "components": [
            {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "hashes": [{"alg": "SHA-256", "content": one} for one in hashes],
                "licenses": [{"license": {"name": one}} for one in _licences(name)],
            }
            for name, version, hashes in locked()
        ],
    }


def _licences(name: str) -> list[str]:
    try:
        told = distribution(name)
    except PackageNotFoundError:
        return ["not installed on this system"]
    return _named(told)


def _named(told: Distribution) -> list[str]:
    metadata = told.metadata
    named = (
        metadata.get_all("License-Expression") or metadata.get_all("License") or [""]
    )
    stated = str(named[0])
    if stated and stated not in UNKNOWN and len(stated) < LONGEST:
        return [stated]
    classified = [
        one.rpartition(" :: ")[2]
        for one in told.metadata.get_all("Classifier") or ()
        if one.startswith("License :: ")
    ]
    if classified:
        return classified
    texts = [stated]
    texts += [f.read_text() for f in told.files or () if "LICENSE" in f.name.upper()]
    first = [text.strip().partition("\n")[0] for text in texts if text.strip()]
    return first[:1]
