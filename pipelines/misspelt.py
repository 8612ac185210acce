"""What firm.toml names that nobody knows: said before a night begins, not after it."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pipelines.common_model import TABLES
from pipelines.limits import LIMITS

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MEANINGS = ("won", "lost")
COLUMNS = [
    f"{table.name}.{column.name}" for table in TABLES for column in table.columns
]


def misspelt(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each unknown name, with what to write instead."""
    days = said.get("calendar", {}).get("working_days", ())
    yield from _unknown("working_days", days, WEEKDAYS)
    yield from _unknown("[scope]", said.get("scope", {}), ("clients", "teams"))
    yield from _unknown("[limits]", said.get("limits", {}), tuple(LIMITS))
    for system, meanings in said.get("stages", {}).items():
        yield from _unknown(f"[stages.{system}]", meanings, MEANINGS)
    for system, fields in said.get("fields", {}).items():
        for name in sorted(set(fields) - set(COLUMNS)):
            near = get_close_matches(name, COLUMNS, n=1)
            advice = f" Perhaps {near[0]} is meant." if near else ""
            yield (
                f"[fields.{system}] has {name!r}, which is no column of the common "
                f"model.{advice}"
            )


def _unknown(place: str, names: Any, known: tuple[str, ...]) -> Iterator[str]:
    strange = sorted(set(names) - set(known))
    if strange:
        yield f"{place} has {strange}. Use {', '.join(known)}."
