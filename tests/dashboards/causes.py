"""The causes as the product knows them, read from its seed."""

import csv
from pathlib import Path

SEED = Path(__file__).parents[2] / "dbt_project" / "seeds" / "drivers.csv"
WHERE = {"by system": ("finance", "accounting")}
"""Who acts on a cause whose system decides: in the examples, accounting's."""


def causes() -> dict[str, dict[str, str]]:
    """Return every cause by its key."""
    with SEED.open(newline="", encoding="utf-8") as opened:
        return {row["driver"]: row for row in csv.DictReader(opened)}


def acts(cause: dict[str, str]) -> tuple[str, str]:
    """Return who acts on a cause, and in which system."""
    return WHERE.get(cause["fix_in"], (cause["owner_role"], cause["fix_in"]))
