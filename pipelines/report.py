"""The report of a night: what it has done so far, and how it ended."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.manifest import make_durable

if TYPE_CHECKING:
    from pipelines.load import Loaded


@dataclass
class Report:
    """One night. Written beside the warehouse after each step, so a verb can go on."""

    run_id: str
    firm_name: str
    generation: int
    as_of: str
    started_at: str
    code_version: str
    finished_at: str | None = None
    status: str = "killed"
    """killed until the night says otherwise: published, marked or unpublished."""
    explanation: str = "The process ended before it could say why."
    load_seconds: float | None = None
    transform_seconds: float | None = None
    check_seconds: float | None = None
    n_rows_read: int | None = None
    n_rows_loaded: int | None = None
    n_rows_quarantined: int | None = None
    n_models: int | None = None
    n_tests: int | None = None
    n_findings: int | None = None
    is_transform_skipped: bool = False
    fingerprint: str = ""
    incomplete: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Why tables are incomplete, a sentence each."""
    done: list[str] = field(default_factory=list)

    def count(self, loaded: "Sequence[Loaded]") -> None:
        """Add up what every table of every source brought."""
        self.n_rows_read = sum(table.n_read for table in loaded)
        self.n_rows_loaded = sum(table.n_loaded for table in loaded)
        self.n_rows_quarantined = sum(table.n_quarantined for table in loaded)
        self.incomplete = sorted(
            f"{table.source_system}.{table.table_name}"
            for table in loaded
            if not table.is_complete
        )
        self.problems = sorted({table.problem for table in loaded if table.problem})

    def seconds(self) -> dict[str, float]:
        """Return how long each step took, for the bars of the next night."""
        took = {
            "load": self.load_seconds,
            "transform": self.transform_seconds,
            "check": self.check_seconds,
        }
        return {step: seconds for step, seconds in took.items() if seconds}

    def finish(self, at: datetime, failed: str | None = None) -> None:
        """Say how the night ended: published, marked, or why it was not published."""
        self.finished_at = at.replace(tzinfo=None).isoformat()
        if failed:
            self.status, self.explanation = "unpublished", failed
        elif self.incomplete:
            self.status = "marked"
            self.explanation = " ".join(
                [f"Incomplete: {', '.join(self.incomplete)}.", *self.problems]
            )
        else:
            self.status, self.explanation = "published", "Every source was complete."


def note(build: Path, report: Report) -> None:
    """Append the report to the journal, which outlives discarded generations."""
    path = build / "logs" / "nights.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as opened:
        opened.write(json.dumps(asdict(report)) + "\n")


def save(folder: Path, report: Report) -> None:
    """Write the report into the generation, so that the next verb can go on from it."""
    unfinished = folder / ".report.json"
    unfinished.write_text(json.dumps(asdict(report), indent=2) + "\n")
    make_durable(unfinished)
    os.replace(unfinished, folder / "report.json")


def saved(folder: Path) -> Report | None:
    """Return the report of a generation under way, or None when there is none."""
    try:
        return Report(**json.loads((folder / "report.json").read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def journal(build: Path) -> dict[str, Report]:
    """Return every night that began in ``build``, by run id, published or not."""
    path = build / "logs" / "nights.jsonl"
    nights = {}
    for line in path.read_text().splitlines() if path.exists() else ():
        try:
            night = Report(**json.loads(line))
        except (ValueError, TypeError):
            continue
        nights[night.run_id] = night
    return nights
