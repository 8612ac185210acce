"""Fees are billed in step with progress, and every plan of progress only grows."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.sandbox.answers import Truths
from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.world import World
from tests.pipelines.sandbox.test_clean_billing import by_key, due, planted

Row = dict[str, Any]
EXAMPLES = {"P-A", "P-B", "P-301"}


def progress_of(world: World) -> dict[str, list[tuple[date, Decimal]]]:
    found: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
    for row in world.records("psa", "progress"):
        reached = (row["progress_date"], row["percent_complete"])
        found[row["project_id"]].append(reached)
    return found


def billed_of(world: World, copies: set[str]) -> dict[str, Decimal]:
    invoices = by_key(world, "accounting", "invoices")
    found: dict[str, Decimal] = defaultdict(Decimal)
    for line in world.records("accounting", "invoice_lines"):
        invoice = invoices[line["invoice_id"]]
        is_billing = invoice["status"] != "draft" and invoice["kind"] == "invoice"
        if is_billing and line["invoice_id"] not in copies and line["psa_project_id"]:
            found[line["psa_project_id"]] += line["line_amount"]
    return found


def test_what_was_reached_in_a_past_cycle_is_billed(
    world: World, truths: Truths
) -> None:
    billed = billed_of(world, planted(truths, "duplicate_invoice"))
    projects = by_key(world, "psa", "projects")
    held: dict[str, Decimal] = defaultdict(Decimal)
    for row in world.records("psa", "holds"):
        held[row["project_id"]] += row["hold_amount"]
    for project_id, reached in progress_of(world).items():
        project = projects[project_id]
        price = project["current_amount"] - held[project_id]
        past = [percent for on, percent in reached if due(project, on) <= AS_OF]
        ready = price * max(past, default=Decimal(0)) / 100
        if project_id not in EXAMPLES:
            assert billed[project_id] >= ready, project_id


def test_progress_never_falls_and_ends_where_the_project_says(world: World) -> None:
    projects = by_key(world, "psa", "projects")
    for project_id, reached in progress_of(world).items():
        percents = [percent for _, percent in sorted(reached)]
        assert percents == sorted(percents)
        assert projects[project_id]["percent_complete"] == percents[-1]


def test_percents_give_whole_cents(world: World) -> None:
    projects = by_key(world, "psa", "projects")
    for project_id, reached in progress_of(world).items():
        for _, percent in reached:
            amount = projects[project_id]["current_amount"] * percent / 100
            assert amount == amount.quantize(Decimal("0.01"))
            assert percent == percent.quantize(Decimal("0.0001"))
