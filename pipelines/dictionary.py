"""docs/data_dictionary.md: every table that analysts read, and what it means."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from pipelines.runs import COLUMNS
from pipelines.sources.reason_codes import REASONS
from pipelines.transform import PROJECT

PATH = PROJECT.parent / "docs" / "data_dictionary.md"
HEAD = """# Data dictionary

Written by `make docs` from the descriptions beside the models; change them there. The
same words are comments in the published file: `describe` and `duckdb_columns()` show
them.
"""


def dictionary() -> str:
    """Return the page as it must be; it is the same as long as the models are."""
    shared = _doc_blocks()
    parts = [HEAD]
    for schema, folder, kind in (
        ("marts", PROJECT / "models" / "marts", "models"),
        ("rules", PROJECT / "seeds", "seeds"),
        ("restricted", PROJECT / "models" / "restricted", "models"),
    ):
        parts.append(f"## Schema {schema}\n")
        for entry in sorted(_entries(folder, kind), key=lambda entry: entry["name"]):
            parts.append(_table(schema, entry, shared))
    parts.append("## Schema quality\n")
    runs = [
        {"name": name, "description": said.partition(": ")[2]}
        for name, said in COLUMNS.items()
    ]
    one = {"name": "runs", "description": "One row per night.", "columns": runs}
    parts.append(_table("quality", one, shared))
    parts.append(_reasons())
    return "\n".join(parts)


def _reasons() -> str:
    lines = [
        "## Reason codes\n",
        "Why a row is in `quality.quarantine`: set aside, or loaded and flagged "
        "(`is_loaded`).\n",
        "| code | it means | what to do | loaded |",
        "| --- | --- | --- | --- |",
        *(
            f"| `{code}` | {reason.meaning}. | {reason.advice} | "
            f"{'yes' if reason.is_loaded else 'no'} |"
            for code, reason in sorted(REASONS.items())
        ),
    ]
    return "\n".join(lines) + "\n"


def _entries(folder: Path, kind: str) -> Iterator[Mapping[str, Any]]:
    for path in sorted(folder.rglob("*.yml")):
        yield from (yaml.safe_load(path.read_text()) or {}).get(kind, ())


def _doc_blocks() -> dict[str, str]:
    pattern = re.compile(r"{% docs (\w+) %}(.*?){% enddocs %}", re.DOTALL)
    return {
        name: text.strip()
        for path in sorted(PROJECT.rglob("*.md"))
        for name, text in pattern.findall(path.read_text())
    }


def _table(schema: str, entry: Mapping[str, Any], shared: Mapping[str, str]) -> str:
    lines = [
        f"### {schema}.{entry['name']}\n",
        f"{_said(entry, shared)}\n",
        "| column | meaning |",
        "| --- | --- |",
        *(
            f"| `{column['name']}` | {_said(column, shared).replace('|', '/')} |"
            for column in entry.get("columns", ())
        ),
    ]
    return "\n".join(lines) + "\n"


def _said(entry: Mapping[str, Any], shared: Mapping[str, str]) -> str:
    written = re.sub(
        r"{{ *doc\(['\"](\w+)['\"]\) *}}",
        lambda found: shared.get(found[1], found[0]),
        entry.get("description") or "",
    )
    return " ".join(written.split())
