"""One invented firm: its settings, its rows, and the files they are written to."""

import csv
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pipelines.common_model import TABLES
from pipelines.limits import LIMITS
from tests.oracle.facts import Facts

SYLLABLES = tuple(
    [
        "ba",
        "ce",
        "di",
        "fo",
        "gu",
        "ha",
        "ji",
        "ko",
        "lu",
        "me",
        "ni",
        "po",
        "qua",
        "ro",
        "su",
        "ta",
        "ve",
        "wi",
        "xo",
        "zy",
    ]
)


@dataclass
class Invented:
    """A firm that follows from its seed. Clients share nothing but the firm."""

    seed: int
    as_of: date
    time_zone: str = "America/New_York"
    months: str = "calendar"
    fiscal_year_start_month: int = 1
    holidays: tuple[date, ...] = ()
    has_ledger: bool = True
    reporting_currency: str = "USD"
    rows: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    client_of: dict[tuple[str, str], str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def add(self, role: str, table: str, /, **row: Any) -> dict[str, Any]:
        """Add a row; columns that are not named are empty."""
        declared = next(one for one in TABLES if (one.role, one.name) == (role, table))
        names = [column.name for column in declared.columns]
        unknown = set(row) - set(names)
        assert not unknown, f"{role}.{table} has no {unknown}"
        full = {name: row.get(name) for name in names}
        self.rows.setdefault((role, table), []).append(full)
        return full

    def id(self, kind: str) -> str:
        """Return the next id of a kind of record."""
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        return f"{kind}{self.numbers[kind]:04}"

    def name(self) -> str:
        """Return a word that no other record has."""
        self.numbers["name"] = self.numbers.get("name", 0) + 1
        left, word = self.numbers["name"] * 7919 + 104729, ""
        while left:
            left, digit = divmod(left, len(SYLLABLES))
            word += SYLLABLES[digit]
        return word.capitalize()

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self, first: date, last: date) -> date:
        return first + timedelta(self.random.randint(0, max((last - first).days, 0)))

    def moment(self, day: date, hour: int = 12, minute: int = 0) -> datetime:
        """Return a local time of day as a moment in UTC."""
        local = datetime.combine(day, time(hour, minute), ZoneInfo(self.time_zone))
        return local.astimezone(UTC).replace(tzinfo=None)

    def whole(self, least: int, most: int) -> Decimal:
        return Decimal(self.random.randint(least, most))

    def facts(self) -> Facts:
        return Facts(
            reporting_currency=self.reporting_currency,
            time_zone=self.time_zone,
            as_of=self.as_of,
            working_days=("mon", "tue", "wed", "thu", "fri"),
            holidays=self.holidays,
            months=self.months,
            fiscal_year_start_month=self.fiscal_year_start_month,
            limits=dict(LIMITS),
            rows=self.rows,
            client_of=self.client_of,
        )

    def write(self, folder: Path) -> Path:
        """Write firm.toml and every file, rows in any order; return where it is."""
        order = random.Random(self.seed)
        for (role, table), rows in self.rows.items():
            path = folder / "imports" / role / f"{table}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                for row in order.sample(rows, len(rows)):
                    writer.writerow({key: text(value) for key, value in row.items()})
        (folder / "rules").mkdir(exist_ok=True)
        holidays = ", ".join(f"{day}" for day in self.holidays)
        (folder / "firm.toml").write_text(
            f'name = "Invented {self.seed}"\n'
            f'reporting_currency = "{self.reporting_currency}"\n'
            f'time_zone = "{self.time_zone}"\n'
            f"as_of = {self.as_of}\n"
            f"fiscal_year_start_month = {self.fiscal_year_start_month}\n"
            '[systems]\ncrm = ["imports"]\npsa = ["imports"]\n'
            'accounting = ["imports"]\n'
            f'[calendar]\nmonths = "{self.months}"\nholidays = [{holidays}]\n'
        )
        return folder / "firm.toml"


def text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
