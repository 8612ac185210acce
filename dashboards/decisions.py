"""Decisions that people propose: lines of proposed_decisions.csv in the firm's rules.

No page changes a source or a number. A proposal counts once somebody has reviewed it
and moved its line to identity_decisions.csv.
"""

import csv
import io
import os
from pathlib import Path

from dashboards.export import safe
from dashboards.pairs import Pair
from pipelines.firm import read_firm
from pipelines.rule_files import RULE_FILES

COLUMNS = list(RULE_FILES["identity_decisions"])
ANSWERS = {
    "same": "They are the same",
    "different": "They are different",
    "related": "Related: sister or parent company",
    "unsure": "I am not sure",
}


def proposals_file() -> Path:
    """Return the file, which need not exist. Raises FirmError without a firm.toml."""
    firm = read_firm(Path(os.environ.get("FIRM") or "firm.toml"))
    return firm.rules_folder / "proposed_decisions.csv"


def answers(pair: Pair) -> dict[str, str]:
    """Return what may be said of a pair: only companies can be related."""
    return {
        k: v for k, v in ANSWERS.items() if k != "related" or pair.entity == "client"
    }


def line(pair: Pair, decision: str, decided_by: str, because: str) -> dict[str, str]:
    """Return the line of a decision, with its text safe for any spreadsheet."""
    return {
        "entity": pair.entity,
        "left_record": pair.left_record,
        "right_record": pair.right_record,
        "decision": decision,
        "decided_by": safe(" ".join(decided_by.split())),
        "because": safe(" ".join(because.split())),
        "evidence_hash": pair.evidence_hash,
    }


def propose(file: Path, row: dict[str, str]) -> None:
    """Append one line to the file. Raises OSError when it cannot be written."""
    _write(file, [*proposed(file), row])


def proposed(file: Path) -> list[dict[str, str]]:
    """Return the lines proposed so far, the oldest first."""
    if not file.exists():
        return []
    with file.open(newline="", encoding="utf-8") as opened:
        return [dict(row) for row in csv.DictReader(opened)]


def take_back(file: Path, place: int) -> None:
    """Remove the line at ``place``, counted from 0."""
    rows = proposed(file)
    _write(file, rows[:place] + rows[place + 1 :])


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    """Replace the file at once, so that no reader ever sees half of it."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}")
    unfinished.write_text(out.getvalue(), encoding="utf-8")
    unfinished.replace(file)
