"""firm.toml, read once into one frozen value that everything else takes facts from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.common_model import OF_EVERY_ROLE, ROLES
from pipelines.limits import LIMITS
from pipelines.misspelt import WEEKDAYS, misspelt


class FirmError(ValueError):
    """firm.toml cannot be used; the message says what to change."""


@dataclass(frozen=True)
class Connection:
    """One connection to one system. `name` is its `source_system` in every table."""

    role: str
    system: str
    name: str
    company: str | None = None
    beside: str | None = None
    """The connection whose own ids this one's tables speak of (files beside an API)."""


@dataclass(frozen=True)
class Sandbox:
    """The invented firm: everything in it follows from the seed and the day."""

    seed: int
    as_of: date


@dataclass(frozen=True)
class Firm:
    """What firm.toml says, with defaults filled in."""

    name: str
    reporting_currency: str
    connections: tuple[Connection, ...]
    folder: Path
    as_of: date | None = None
    time_zone: str = "UTC"
    fiscal_year_start_month: int = 1
    months: str = "calendar"
    working_days: tuple[str, ...] = WEEKDAYS[:5]
    holidays: tuple[date, ...] = ()
    limits: Mapping[str, int] = field(default_factory=lambda: dict(LIMITS))
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    stages: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    companies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    scope: tuple[tuple[str, str], ...] = ()
    """What a pilot is limited to: ("client" or "team", a name); empty means all."""

    imports_folder: Path = Path("imports")
    imports_decimal: str = "."
    rules_folder: Path = Path("rules")
    tokens_file: Path = Path("tokens.json")
    notify: tuple[Mapping[str, Any], ...] = ()
    sandbox: Sandbox | None = None

    @property
    def is_invented(self) -> bool:
        """Return whether every number of this firm is made up."""
        return self.sandbox is not None


def read_firm(path: Path) -> Firm:
    """Read ``path``. Raises FirmError that names the key and what to write there."""
    try:
        said = tomllib.loads(path.read_text())
    except FileNotFoundError:
        raise FirmError(
            f"{path} does not exist. Name the firm's file: FIRM=path/firm.toml."
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise FirmError(
            f"{path} is not valid TOML: {error}. Correct that line."
        ) from None
    for key in ("name", "reporting_currency", "systems"):
        if not said.get(key):
            raise FirmError(
                f"{path} has no `{key}`. Add it; the README shows an example."
            )
    folder = path.resolve().parent
    calendar = said.get("calendar", {})
    for wrong in misspelt(said):
        raise FirmError(f"{path}: {wrong}")
    return Firm(
        name=said["name"],
        reporting_currency=said["reporting_currency"].upper(),
        connections=_connections(path, said["systems"]),
        folder=folder,
        as_of=said.get("as_of"),
        time_zone=said.get("time_zone", "UTC"),
        fiscal_year_start_month=said.get("fiscal_year_start_month", 1),
        months=calendar.get("months", "calendar"),
        working_days=tuple(calendar.get("working_days", WEEKDAYS[:5])),
        holidays=tuple(calendar.get("holidays", ())),
        limits={**LIMITS, **said.get("limits", {})},
        fields=said.get("fields", {}),
        stages=said.get("stages", {}),
        links=said.get("links", {}),
        companies=said.get("companies", {}),
        scope=tuple(
            (kind.removesuffix("s"), name)
            for kind, names in said.get("scope", {}).items()
            for name in names
        ),
        imports_folder=folder / said.get("imports", {}).get("folder", "imports"),
        imports_decimal=said.get("imports", {}).get("decimal", "."),
        rules_folder=folder / said.get("rules", {}).get("folder", "rules"),
        tokens_file=folder / said.get("secrets", {}).get("tokens", "tokens.json"),
        notify=tuple(said.get("notify", ())),
        sandbox=Sandbox(**said["sandbox"]) if "sandbox" in said else None,
    )


def _connections(path: Path, systems: Mapping[str, Any]) -> tuple[Connection, ...]:
    unknown = set(systems) - set(ROLES)
    if unknown:
        raise FirmError(
            f"{path}: [systems] has {sorted(unknown)}. "
            f"The roles are {', '.join(ROLES)}."
        )
    return tuple(
        _connection(role, entry)
        for role in ROLES
        for entry in (
            [systems[role]]
            if isinstance(systems.get(role), str)
            else systems.get(role, [])
        )
    )


def _connection(role: str, entry: str | Mapping[str, str]) -> Connection:
    said: Mapping[str, str] = {"system": entry} if isinstance(entry, str) else entry
    system, company = said["system"], said.get("company")
    own_name = f"{system}_{role}" if system in OF_EVERY_ROLE else system
    name = said.get("beside") or (f"{own_name}_{company}" if company else own_name)
    return Connection(role, system, name, company, said.get("beside"))
