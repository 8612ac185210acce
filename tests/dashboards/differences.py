"""Anchors, steps and evidence of the worked examples, per scope and period."""

from collections import defaultdict
from decimal import Decimal

import duckdb

from tests.dashboards.causes import acts, causes
from tests.dashboards.examples import ANCHORS, SEGMENTS, steps
from tests.dashboards.tables import KEY, MONEY, key, table

NAMES = {"acme": "Acme", "bolt": "Bolt", "core": "Core", "dune": "Dune"}
PROJECTS = {"p-201": ("P-201 Rollout", "acme"), "p-301": ("P-301 Audit", "core")}
PERIODS = ("to_date", "2026-05")


def write_bridge(opened: duckdb.DuckDBPyConnection) -> None:
    """Write anchors, steps and evidence for clients, two projects and the firm."""
    scopes: dict[tuple[str, str], list[str]] = {
        ("firm", "firm"): list(NAMES),
        **{("client", client): [client] for client in NAMES},
        **{("project", p): [client] for p, (_, client) in PROJECTS.items()},
    }
    known = causes()
    anchors, bridge, evidence = [], [], []
    for (kind, scope), members in scopes.items():
        totals: dict[str, Decimal] = defaultdict(Decimal)
        summed: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
        for member in members:
            for anchor, amount in ANCHORS[member].items():
                totals[anchor] += Decimal(amount)
        for client, segment, driver, driver_class, amount, record in steps():
            if client in members:
                summed[segment, driver, driver_class] += amount
                evidence += [
                    (
                        *(kind, scope, period, segment, driver, driver_class),
                        *key(record),
                        *(record, f"https://example.test/{record}", amount, "USD"),
                    )
                    for period in PERIODS
                ]
        anchors += [
            (kind, scope, p, a, m, "USD") for p in PERIODS for a, m in totals.items()
        ]
        order = list(SEGMENTS.values())
        bridge += [
            (
                *(kind, scope, period, segment, order.index(segment) * 100 + place),
                *(driver, driver_class, amount, "USD", *acts(known[driver])),
                f"{known[driver]['label']}.",
            )
            for period in PERIODS
            for place, ((segment, driver, driver_class), amount) in enumerate(
                summed.items()
            )
            if amount
        ]
    write_contributions(opened)
    scope = "scope_kind varchar, scope_id varchar, period varchar"
    driver = "segment varchar, driver varchar, driver_class varchar"
    table(
        opened,
        "marts.revenue_anchors",
        f"{scope}, anchor varchar, anchor_amount {MONEY}, currency_code varchar",
        anchors,
    )
    table(
        opened,
        "marts.revenue_bridge",
        f"{scope}, segment varchar, position integer, driver varchar, driver_class "
        f"varchar, step_amount {MONEY}, currency_code varchar, owner_role varchar, "
        "fix_in varchar, explanation varchar",
        bridge,
    )
    table(
        opened,
        "marts.revenue_bridge_evidence",
        f"{scope}, {driver}, {KEY}, record_id varchar, source_url varchar, "
        f"evidence_amount {MONEY}, currency_code varchar",
        evidence,
    )


def write_contributions(opened: duckdb.DuckDBPyConnection) -> None:
    """Write the records each client's numbers are the sum of: two a number."""
    half = Decimal("0.5")
    table(
        opened,
        "marts.revenue_contributions",
        f"anchor varchar, client_id varchar, project_id varchar, month varchar, {KEY}, "
        f"record_id varchar, contribution_amount {MONEY}, currency_code varchar",
        [
            (anchor, client, "unassigned", "2026-05", *key(record), record, part, "USD")
            for client, anchors in ANCHORS.items()
            for anchor, amount in anchors.items()
            for record, part in (
                (f"hubspot:deal:{client}-1", Decimal(amount) * half),
                (f"hubspot:deal:{client}-2", Decimal(amount) * half),
            )
        ],
    )
