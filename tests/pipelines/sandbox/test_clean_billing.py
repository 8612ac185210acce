"""Outside the planted mistakes, work is at its rate, approved and billed in time."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pipelines.sandbox.answers import Truths
from pipelines.sandbox.dates import (
    AS_OF,
    month_after,
    month_end,
    month_of,
    working_day,
    working_days,
)
from pipelines.sandbox.world import World

Row = dict[str, Any]


def planted(truths: Truths, *kinds: str) -> set[str]:
    return {a.record_id for a in truths.answers if a.kind in kinds}


def by_key(world: World, role: str, table: str) -> dict[str, Row]:
    rows = world.records(role, table)
    return {next(iter(row.values())): row for row in rows}


def due(project: Row, ready: date) -> date:
    """Return the last day of the run that bills what became ready on a day."""
    month = month_of(ready)
    if project["billing_cycle"] == "quarterly":
        month = month_after(month, 2 - (month.month - 1) % 3)
    return working_day(month_end(month) + timedelta(days=1), 9)


def test_time_is_logged_within_its_project_at_the_rate_of_the_card(
    world: World,
) -> None:
    projects = by_key(world, "psa", "projects")
    cards: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in world.records("psa", "rate_card"):
        cards[(row["project_id"], row["role"])].append(row)
    for entry in world.records("psa", "time_entries"):
        project = projects[entry["project_id"]]
        assert project["start_date"] <= entry["work_date"] <= project["end_date"]
        if project["billing_type"] != "time_and_materials":
            assert entry["bill_rate"] is None
            continue
        assert entry["bill_rate"] in [
            card["bill_rate"]
            for card in cards[(entry["project_id"], entry["role"])]
            if card["valid_from"] <= entry["work_date"] <= (card["valid_to"] or AS_OF)
        ]


def test_nobody_works_longer_than_eight_hours_or_on_a_day_off(world: World) -> None:
    hours: dict[tuple[str, date], Decimal] = defaultdict(Decimal)
    for entry in world.records("psa", "time_entries"):
        hours[(entry["person_id"], entry["work_date"])] += entry["hours"]
    off = {(r["person_id"], r["off_date"]) for r in world.records("psa", "time_off")}
    assert max(hours.values()) == 8
    assert not off & hours.keys()


def test_work_waits_at_most_three_working_days_for_approval(
    world: World, truths: Truths
) -> None:
    late = {
        entry["time_entry_id"]
        for entry in world.records("psa", "time_entries")
        if entry["approved_at"] is None
        and len(working_days(entry["submitted_at"].date(), AS_OF)) - 1 > 3
    }
    assert late == planted(truths, "time_not_approved")


def test_projects_begin_within_ten_working_days_of_their_start(
    world: World, truths: Truths
) -> None:
    first: dict[str, date] = {}
    for entry in world.records("psa", "time_entries"):
        first.setdefault(entry["project_id"], entry["work_date"])
    late = {
        row["project_id"]
        for row in world.records("psa", "projects")
        if len(working_days(row["start_date"], first.get(row["project_id"], AS_OF)))
        > 11
    }
    assert late == planted(truths, "not_started", "duplicate_project")


def test_approved_work_is_billed_once_in_the_next_run(
    world: World, truths: Truths
) -> None:
    projects = by_key(world, "psa", "projects")
    invoices = by_key(world, "accounting", "invoices")
    lines = by_key(world, "accounting", "invoice_lines")
    billed_on = {}
    covers = Counter()
    for covered in world.records("accounting", "invoice_line_times"):
        invoice = invoices[lines[covered["invoice_line_id"]]["invoice_id"]]
        billed_on[covered["time_entry_id"]] = invoice["invoice_date"]
        covers[covered["time_entry_id"]] += 1
    assert max(covers.values()) == 1
    missed = set()
    for entry in world.records("psa", "time_entries"):
        project = projects[entry["project_id"]]
        is_by_time = project["billing_type"] == "time_and_materials"
        if not (is_by_time and entry["approved_at"] and entry["is_billable"]):
            continue
        on = billed_on.get(entry["time_entry_id"])
        last = due(project, entry["approved_at"].date())
        assert on is None or entry["approved_at"].date() < on <= last
        if on is None and last <= AS_OF:
            missed.add(entry["time_entry_id"])
    assert missed == planted(truths, "wip_overdue")


def test_lines_by_time_are_the_value_of_the_work_they_cover(
    world: World, truths: Truths
) -> None:
    entries = by_key(world, "psa", "time_entries")
    lines = by_key(world, "accounting", "invoice_lines")
    value: dict[str, Decimal] = defaultdict(Decimal)
    for covered in world.records("accounting", "invoice_line_times"):
        entry = entries[covered["time_entry_id"]]
        value[covered["invoice_line_id"]] += entry["hours"] * entry["bill_rate"]
    for row in world.records("accounting", "line_adjustments"):
        value[row["invoice_line_id"]] += row["adjustment_amount"]
    differ = {
        lines[line_id]["invoice_id"]
        for line_id, amount in value.items()
        if amount != lines[line_id]["line_amount"]
    }
    assert differ == planted(truths, "billing_difference_without_reason")


def test_only_planted_invoices_are_late(world: World, truths: Truths) -> None:
    late = {
        row["invoice_id"]
        for row in world.records("accounting", "invoices")
        if row["status"] == "issued" and row["due_date"] <= AS_OF
    }
    assert late == planted(truths, "overdue")
