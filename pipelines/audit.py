"""`make audit`: what a quarter left to correct, in one workbook and one page.

An audit lies in `build/audits/<day>/`: `audit.xlsx`, `audit.html`, and `items.json`,
which the next audit is compared with. It says what the published tables say.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from pipelines.audit_page import page
from pipelines.audit_sections import SECTIONS, Section
from pipelines.audit_workbook import audit_workbook
from pipelines.generations import GenerationError, published
from pipelines.warehouse import locked_down

ITEMS = "items.json"


@dataclass(frozen=True)
class Listed:
    """One section of an audit: its rows, and how they differ from the last audit."""

    section: Section
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    n_before: int | None
    """How many items the last audit had; None in a first audit."""

    n_new: int
    n_gone: int

    @property
    def amount(self) -> Decimal:
        """Return the money at stake of all rows, in the reporting currency."""
        at = self.columns.index("amount_at_stake")
        return sum((row[at] or Decimal(0) for row in self.rows), Decimal("0.00"))

    @property
    def change(self) -> int | None:
        """Return how many items more there are; None in a first audit."""
        return None if self.n_before is None else len(self.rows) - self.n_before


@dataclass(frozen=True)
class Audit:
    """One audit: whose, of which day, compared with which earlier one."""

    firm_name: str
    currency_code: str
    as_of: date
    generation: int
    compared_with: date | None
    sections: tuple[Listed, ...]


def audit(build: Path) -> Path:
    """Write the audit of the published generation and return its folder.

    Raises GenerationError when nothing is published.
    """
    now = published(build)
    if not now:
        raise GenerationError("Nothing is published yet. Run `make nightly` first.")
    with locked_down(now.folder / "analysts.duckdb") as opened:
        told = opened.execute(
            "select firm_name, reporting_currency, as_of from rules.firm"
        ).fetchone()
        if told is None:
            raise GenerationError(
                f"{now.folder} has no rules.firm. Run `make nightly`."
            )
        firm_name, currency, as_of = told
        before, compared_with = _before(build / "audits", as_of)
        listed = tuple(_listed(opened, section, before) for section in SECTIONS)
    made = Audit(firm_name, currency, as_of, now.number, compared_with, listed)
    folder: Path = build / "audits" / as_of.isoformat()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audit.xlsx").write_bytes(audit_workbook(made))
    (folder / "audit.html").write_text(page(made), encoding="utf-8")
    (folder / ITEMS).write_text(json.dumps(_items(listed), indent=1))
    return folder


def _before(
    audits: Path, as_of: date
) -> tuple[dict[str, list[str]] | None, date | None]:
    """Return the items of the newest earlier audit, and its day."""
    earlier = sorted(
        path.parent.name
        for path in audits.glob(f"*/{ITEMS}")
        if path.parent.name < as_of.isoformat()
    )
    if not earlier:
        return None, None
    told: dict[str, list[str]] = json.loads((audits / earlier[-1] / ITEMS).read_text())
    return told, date.fromisoformat(earlier[-1])


def _listed(
    opened: duckdb.DuckDBPyConnection,
    section: Section,
    before: dict[str, list[str]] | None,
) -> Listed:
    answer = opened.execute(section.query)
    columns = tuple(column[0] for column in answer.description)
    rows = answer.fetchall()
    known = set((before or {}).get(section.name, ()))
    items = {row[0] for row in rows}
    is_new = [before is not None and row[0] not in known for row in rows]
    return Listed(
        section,
        (*columns, "since_last_audit"),
        [(*row, "new" if new else "") for row, new in zip(rows, is_new, strict=True)],
        None if before is None else len(known),
        sum(is_new),
        len(known - items),
    )


def _items(listed: tuple[Listed, ...]) -> dict[str, list[str]]:
    return {one.section.name: [row[0] for row in one.rows] for one in listed}
