"""Invented firms that keep a list of projects beside the PSA, right and wrong."""

from datetime import timedelta
from pathlib import Path

import duckdb
from known_firm import plant_firm

from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.truths import SYSTEMS, Truths

TRACKER = "google_sheets_psa"
Found = set[tuple[str, str]]
"""State and record."""


def keep(draft: Draft, truths: Truths, n_of_each: int) -> tuple[list[Row], Found]:
    """Return the list's rows, a few of each state, and what is to be said of them."""
    kept: list[Row] = []
    wanted: Found = set()
    fit = [
        row
        for row in draft.where("psa", "projects", is_deleted=False)
        if row["end_date"] and not row["is_test"] and row["project_id"].isdigit()
    ]
    states = ("repeats", "disagrees", "nowhere_else")
    for place, row in enumerate(fit[: len(states) * n_of_each]):
        state = states[place % len(states)]
        number = f"L-{place}"
        copy = row | {"project_id": number, "crm_deal_id": None}
        key = truths.of("psa", "project", row["project_id"])
        if state == "disagrees" and place % 2:
            copy["end_date"] = row["end_date"] + timedelta(days=30)
        elif state == "disagrees":
            copy["baseline_amount"] = (row["baseline_amount"] or 0) + 1000
        elif state == "nowhere_else":
            copy["project_name"] = f"Side work {place}"
            key = f"listed only {place}"
        record = f"{TRACKER}:project:{number}"
        truths.identities[record] = key or ""
        kept.append(copy)
        wanted.add((state, record))
    return kept, wanted


def found(path: Path, draft: Draft, truths: Truths, kept: list[Row]) -> Found:
    """Return what is said of the rows of the list in a firm whose records are known."""
    planted = plant_firm(path, draft, truths)
    own = [
        {"source_system": SYSTEMS["psa"]} | row for row in draft.rows("psa", "projects")
    ]
    listed = [{"source_system": TRACKER} | row for row in kept]
    planted.common("psa", "projects", own + listed)
    planted.rows(
        "rules.connections",
        [
            {"role": role, "source_system": name, "system": name}
            for role, name in SYSTEMS.items()
        ]
        + [{"role": "psa", "source_system": TRACKER, "system": "google_sheets"}],
        "company_id varchar; beside varchar",
    )
    planted.rows(
        "int_client_records__valued",
        [],
        "record_id varchar; worth_amount decimal(18,2)",
    )
    planted.rows("client_records", [], HELD)
    planted.build_up_to("shadow_records")
    with duckdb.connect(str(path), read_only=True) as opened:
        return set(
            opened.execute(
                "select shadow_state, record_id from intermediate.shadow_records"
            ).fetchall()
        )


HELD = (
    "record_id varchar; record_name varchar; role varchar; source_system varchar; "
    "source_record_type varchar; source_record_id varchar; client_id varchar; "
    "legal_entity_id varchar; is_deleted boolean"
)
