"""Outside the planted mistakes, what was sold is what was set up and planned."""

from collections import defaultdict
from decimal import Decimal

from pipelines.sandbox.answers import Truths
from pipelines.sandbox.dates import working_days
from pipelines.sandbox.world import World


def planted(truths: Truths, *kinds: str) -> set[str]:
    return {a.record_id for a in truths.answers if a.kind in kinds}


def sold_for_projects(world: World) -> dict[str, Decimal]:
    sold: dict[str, Decimal] = defaultdict(Decimal)
    for line in world.records("crm", "deal_lines"):
        if line["is_project_work"]:
            sold[line["deal_id"]] += line["quantity"] * line["net_price"]
    sold["D-102"] -= 60000
    return sold


def deal_of(world: World) -> dict[str, str]:
    named = {d["psa_project_id"]: d["deal_id"] for d in world.records("crm", "deals")}
    return {
        p["project_id"]: p["crm_deal_id"] or named.get(p["project_id"])
        for p in world.records("psa", "projects")
    }


def sums(world: World, table: str, column: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for row in world.records("psa", table):
        found[row["project_id"]] += row[column]
    return found


def test_amounts_of_deals_are_the_sums_of_their_lines(
    world: World, truths: Truths
) -> None:
    lines: dict[str, Decimal] = defaultdict(Decimal)
    for line in world.records("crm", "deal_lines"):
        lines[line["deal_id"]] += line["quantity"] * line["net_price"]
    differ = {
        deal["deal_id"]
        for deal in world.records("crm", "deals")
        if deal["net_amount"] != lines[deal["deal_id"]]
    }
    assert differ == planted(truths, "edit_after_close", "tax_in_amount")


def test_baselines_are_what_was_sold_less_what_was_kept_back(
    world: World, truths: Truths
) -> None:
    sold, deals = sold_for_projects(world), deal_of(world)
    kept = sums(world, "budget_adjustments", "adjustment_amount")
    copies = planted(truths, "duplicate_project")
    baselines: dict[str, Decimal] = defaultdict(Decimal)
    for row in world.records("psa", "projects"):
        deal_id = deals[row["project_id"]]
        if deal_id and row["project_id"] not in copies:
            baselines[deal_id] += row["baseline_amount"] - kept[row["project_id"]]
    differ = {deal for deal, amount in baselines.items() if amount != sold[deal]}
    wrong = planted(truths, "baseline_differs_from_sold")
    expected = {deals[project_id] for project_id in wrong}
    assert differ == expected | planted(truths, "split_gap")


def test_budgets_are_baselines_and_approved_change_orders(
    world: World, truths: Truths
) -> None:
    orders = sums(world, "change_orders", "change_amount")
    differ = {
        row["project_id"]
        for row in world.records("psa", "projects")
        if row["current_amount"] != row["baseline_amount"] + orders[row["project_id"]]
    }
    assert differ == planted(truths, "budget_edit_without_change_order")


def test_plans_hand_out_the_whole_budget(world: World, truths: Truths) -> None:
    plan = sums(world, "planned_work", "planned_amount")
    held = sums(world, "holds", "hold_amount")
    differ = {
        row["project_id"]
        for row in world.records("psa", "projects")
        if row["current_amount"] - held[row["project_id"]] != plan[row["project_id"]]
    }
    assert differ == planted(truths, "duplicate_project", "test_project")


def test_every_won_deal_has_its_project_within_five_working_days(
    world: World, truths: Truths
) -> None:
    deals = deal_of(world)
    created = {
        deals[row["project_id"]]: row["created_at"].date()
        for row in reversed(world.records("psa", "projects"))
    }
    without = set()
    for deal in world.records("crm", "deals"):
        if deal["is_won"] and deal["deal_id"] in created:
            days = working_days(deal["close_date"], created[deal["deal_id"]])
            assert len(days) <= 6, deal["deal_id"]
        elif deal["is_won"]:
            without.add(deal["deal_id"])
    assert without == planted(truths, "missing_project", "duplicate_deal") | {"D-203"}


def test_deals_and_projects_name_each_other_truly(world: World) -> None:
    named = {d["psa_project_id"]: d["deal_id"] for d in world.records("crm", "deals")}
    for row in world.records("psa", "projects"):
        deal_id = named.get(row["project_id"])
        assert not (deal_id and row["crm_deal_id"]) or deal_id == row["crm_deal_id"]
