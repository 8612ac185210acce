"""Invented firms whose handoffs are missed, late, doubled or turned round."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import duckdb
from calendars import COLUMNS, LISTED
from known_firm import plant_firm

from pipelines.limits import LIMITS
from pipelines.sandbox.dates import AS_OF, working_day
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.truths import SYSTEMS, Truths

Broken = set[tuple[str, str, str]]
"""State, event and record."""
DAY = ("person_id", "off_date", "off_hours")
JUDGED = ("sales", "work", "timesheet", "plan", "people", "time_off")
"""The handoffs that are judged here; payments of bills are judged in bills.py."""


def spoil(draft: Draft, n_of_each: int) -> Broken:
    """Break each kind of handoff some times; return what a perfect warehouse finds."""
    broken: Broken = set()
    for habit in (_deals, _approvals, _absences, _milestones):
        for state, event, record in habit(draft, n_of_each):
            broken.add((state, event, record))
    return broken


def _deals(draft: Draft, n: int) -> Iterator[tuple[str, str, str]]:
    won = [
        (deal, project)
        for deal in draft.where("crm", "deals", is_won=True)
        for project in [*draft.where("psa", "projects", crm_deal_id=deal["deal_id"])]
        if deal["deal_id"].isdigit() and not project["is_test"]
    ]
    alone = [w for w in won if sum(deal is w[0] for deal, _ in won) == 1]
    for place, (deal, project) in enumerate(alone[40 : 40 + 3 * n]):
        state = ("late", "duplicate", "out_of_order")[place % 3]
        if state == "late":
            project["created_at"] = deal["closed_at"] + timedelta(days=30)
        elif state == "out_of_order":
            project["created_at"] = deal["closed_at"] - timedelta(days=20)
        else:
            draft.add(
                "crm",
                "stage_history",
                deal_id=deal["deal_id"],
                stage="closedwon",
                entered_at=deal["closed_at"] + timedelta(days=2),
            )
        yield state, "deal_to_project", f"{SYSTEMS['crm']}:deal:{deal['deal_id']}"


def _approvals(draft: Draft, n: int) -> Iterator[tuple[str, str, str]]:
    examined = {
        project["project_id"]
        for project in draft.where("psa", "projects", is_deleted=False)
        if not project["is_test"] and project["billing_type"] != "internal"
    }
    old = [
        entry
        for entry in draft.where("psa", "time_entries", is_deleted=False)
        if entry["approved_at"]
        and entry["work_date"].year == 2025
        and entry["project_id"] in examined
    ]
    for place, entry in enumerate(old[:: len(old) // (3 * n)][: 3 * n]):
        state = ("missing", "late", "out_of_order")[place % 3]
        days = {"late": 20, "out_of_order": -8}.get(state)
        entry["approved_at"] = days and entry["submitted_at"] + timedelta(days=days)
        entry["status"] = "approved" if days else "submitted"
        record = f"{SYSTEMS['psa']}:time_entry:{entry['time_entry_id']}"
        yield state, "submitted_to_approved", record


def _absences(draft: Draft, n: int) -> Iterator[tuple[str, str, str]]:
    numbers = {
        p["person_id"]: p["employee_number"] for p in draft.rows("psa", "people")
    }
    old = [
        day
        for day in draft.rows("psa", "time_off")
        if numbers[day["person_id"]] and day["off_date"] < AS_OF
    ]
    for place, day in enumerate(old[:: len(old) // (2 * n)][: 2 * n]):
        state = ("missing", "late")[place % 2]
        day["created_at"] = day["created_at"] + timedelta(days=14)
        number = numbers[day["person_id"]]
        if state == "missing":
            draft.remove("psa", "time_off", *(day[k] for k in DAY))
        record = f"{SYSTEMS['hr']}:employee:{number}/{day['off_date']}"
        yield state, "time_off_to_psa", record


def _milestones(draft: Draft, n: int) -> Iterator[tuple[str, str, str]]:
    due = [
        milestone
        for milestone in draft.rows("psa", "milestones")
        if milestone["accepted_at"]
        and working_day(milestone["due_date"], 20) < AS_OF
        and milestone["milestone_id"].isdigit()
    ]
    for place, milestone in enumerate(due[: 2 * n]):
        state = ("missing", "late")[place % 2]
        later = milestone["accepted_at"] + timedelta(days=21)
        milestone["accepted_at"] = later if state == "late" else None
        record = f"{SYSTEMS['psa']}:milestone:{milestone['milestone_id']}"
        yield state, "milestone_to_accepted", record


def judged(path: Path, draft: Draft, truths: Truths) -> Broken:
    """Return every broken handoff of a firm whose identities are known."""
    planted = plant_firm(path, draft, truths)
    limits = [{"event": key, "working_days": days} for key, days in LIMITS.items()]
    planted.rows("rules.limits", limits, "working_days integer")
    for name in set(LISTED) - set(JUDGED):
        planted.rows(f"int_{name}_handoffs__listed", [], COLUMNS)
    planted.build_up_to("int_handoffs__timed")
    with duckdb.connect(str(path), read_only=True) as opened:
        return set(
            opened.execute(
                "select state, event, record_id from intermediate.int_handoffs__timed "
                "where state not in ('pending', 'on_time')"
            ).fetchall()
        )
