"""A published generation that holds the worked examples, for the pages to read."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb

from pipelines import warehouse
from tests.dashboards.causes import CAUSES
from tests.dashboards.examples import ANCHORS, SEGMENTS, steps

NAMES = {"acme": "Acme", "bolt": "Bolt", "core": "Core", "dune": "Dune"}
PROJECTS = {"p-201": ("P-201 Rollout", "acme"), "p-301": ("P-301 Audit", "core")}
PERIODS = ("to_date", "2026-05")
MONEY = "decimal(18, 2)"
KEY = "source_system varchar, source_record_type varchar, source_record_id varchar"


def publish(build: Path, number: int = 1, *, late_hours: int = 0) -> Path:
    """Write a generation with both audiences' files and point build/current to it."""
    generation = build / "generations" / str(number)
    generation.mkdir(parents=True)
    for audience in ("analysts", "leadership"):
        with warehouse.connection(
            generation / f"{audience}.duckdb", write=True
        ) as opened:
            for schema in ("marts", "quality", "rules"):
                opened.execute(f"create schema {schema}")
            write_rules(opened, number)
            write_records(opened)
            write_bridge(opened)
            write_quality(opened, late_hours)
    link = build / "next"
    link.symlink_to(generation, target_is_directory=True)
    link.replace(build / "current")
    return generation / "analysts.duckdb"


def table(
    opened: duckdb.DuckDBPyConnection,
    name: str,
    columns: str,
    rows: Sequence[Sequence[object]],
) -> None:
    """Create a table and fill it."""
    opened.execute(f"create table {name} ({columns})")
    if rows:
        marks = ", ".join("?" for _ in rows[0])
        opened.executemany(f"insert into {name} values ({marks})", rows)


def key(record: str) -> tuple[str, str, str]:
    """Take a record's key apart."""
    system, kind, name = record.split(":")
    return system, kind, name


def write_rules(opened: duckdb.DuckDBPyConnection, number: int) -> None:
    """Write the firm and the causes."""
    table(
        opened,
        "rules.firm",
        "firm_name varchar, reporting_currency varchar, time_zone varchar, as_of date, "
        "is_invented boolean, run_id varchar, run_at timestamp, code_version varchar",
        [
            (
                "Meridian Advisory (sample firm)",
                "USD",
                "America/New_York",
                date(2026, 5, 31),
                True,
                f"run-{number}",
                now(),
                "0.1.0",
            )
        ],
    )
    table(
        opened,
        "rules.drivers",
        "driver varchar, label varchar, driver_class varchar, owner_role varchar, "
        "fix_in varchar, action varchar",
        [cause.split("|") for cause in CAUSES.strip().split("\n")],
    )


def write_records(opened: duckdb.DuckDBPyConnection) -> None:
    """Write clients, projects, deals, invoices and who belongs to whom."""
    table(
        opened,
        "marts.clients",
        "client_id varchar, client_name varchar",
        [*NAMES.items(), ("zeta", "Zeta $1 & <b>Sons</b>")],
    )
    table(
        opened,
        "marts.projects",
        "project_id varchar, project_name varchar, client_id varchar",
        [(project, *named) for project, named in PROJECTS.items()],
    )
    owner = {record: client for client, *_, record in steps()}
    for name, kind in (("deals", "deal"), ("invoices", "invoice")):
        table(
            opened,
            f"marts.{name}",
            f"{kind}_{'name' if kind == 'deal' else 'number'} varchar, "
            f"client_id varchar, {KEY}, expected_amount {MONEY}",
            [
                (f"{NAMES[client]} {kind}", client, *key(record), Decimal("45000.00"))
                for record, client in owner.items()
                if key(record)[1] == kind
            ],
        )
    table(
        opened,
        "marts.client_records",
        f"record_id varchar, {KEY}, client_id varchar",
        [
            (f"{system}:{kind}:{client}", system, kind, client, client)
            for client in NAMES
            for system, kind in (("hubspot", "account"), ("birdview", "client"))
        ],
    )
    table(
        opened,
        "marts.project_records",
        f"project_id varchar, client_id varchar, {KEY}",
        [("p-301", "core", "birdview", "project", "P-301")],
    )


def write_bridge(opened: duckdb.DuckDBPyConnection) -> None:
    """Write anchors, steps and evidence for clients, two projects and the firm."""
    scopes: dict[tuple[str, str], list[str]] = {
        ("firm", "firm"): list(NAMES),
        **{("client", client): [client] for client in NAMES},
        **{("project", p): [client] for p, (_, client) in PROJECTS.items()},
    }
    causes = {c.split("|")[0]: c.split("|") for c in CAUSES.strip().split("\n")}
    anchors, bridge, evidence = [], [], []
    for (kind, scope), members in scopes.items():
        totals: dict[str, Decimal] = defaultdict(Decimal)
        summed: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
        for member in members:
            for anchor, amount in ANCHORS[member].items():
                totals[anchor] += Decimal(amount)
        if kind == "firm":
            del totals["list"], totals["recognised"], totals["paid"]
        for client, segment, driver, driver_class, amount, record in steps():
            if client in members and segment.split("_to_")[1] in totals:
                summed[segment, driver, driver_class] += amount
                evidence += [
                    (kind, scope, period, segment, driver, driver_class, *key(record))
                    + (record, f"https://example.test/{record}", amount, "USD")
                    for period in PERIODS
                ]
        anchors += [
            (kind, scope, p, a, m, "USD") for p in PERIODS for a, m in totals.items()
        ]
        order = list(SEGMENTS.values())
        bridge += [
            (kind, scope, period, segment, order.index(segment) * 100 + place, driver)
            + (driver_class, amount, "USD", causes[driver][3], causes[driver][4])
            + (f"{causes[driver][1]}.",)
            for period in PERIODS
            for place, ((segment, driver, driver_class), amount) in enumerate(
                summed.items()
            )
            if amount
            and not (kind == "firm" and segment.startswith(("list", "billed")))
        ]
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


def write_quality(opened: duckdb.DuckDBPyConnection, late_hours: int) -> None:
    """Write two findings and four sources, Birdview's load this many hours late."""
    table(
        opened,
        "quality.findings",
        f"finding_id varchar, suite varchar, severity varchar, sentence varchar, {KEY}, "
        "record_id varchar, client_id varchar, owner_role varchar, fix_in varchar, "
        f"fix_url varchar, money_at_stake {MONEY}, currency_code varchar, "
        "first_seen_at timestamp, last_seen_at timestamp, status varchar",
        [
            (f"f-{place}", suite, "high", sentence, *key(record), record, "core")
            + (role, fix_in, f"https://example.test/{record}", Decimal(money), "USD")
            + (now() - timedelta(days=3), now(), status)
            for place, (suite, sentence, record, role, fix_in, money, status) in (
                enumerate(FINDINGS)
            )
        ],
    )
    table(
        opened,
        "quality.sources",
        "source_system varchar, role varchar, last_loaded_at timestamp, "
        "newest_record_at timestamp, n_rows bigint, limit_hours integer, "
        "is_complete boolean",
        [
            (name, role, now() - timedelta(hours=3 + late), now(), 1200, 24, True)
            for name, role, late in (
                ("hubspot", "crm", 0),
                ("birdview", "psa", late_hours),
                ("quickbooks", "accounting", 0),
                ("bamboohr", "hr", 0),
            )
        ],
    )


FINDINGS = (
    (
        "drifting_fields",
        "The CRM amount for D-201 was changed from 45,000.00 to 39,000.00 on 9 May. "
        "The new amount equals the PSA budget. Change it back in CRM.",
        "hubspot:deal:D-201",
        "sales",
        "crm",
        "6000.00",
        "open",
    ),
    (
        "duplicate_invoices",
        "Invoice I-11 looks like a copy of I-10. Void one of them in accounting.",
        "quickbooks:invoice:I-11",
        "finance",
        "accounting",
        "12000.00",
        "new",
    ),
    (
        "missing_links",
        "Invoice I-9 had no project.",
        "quickbooks:invoice:I-9",
        "finance",
        "accounting",
        "50.00",
        "resolved",
    ),
)


def now() -> datetime:
    """Return this moment in UTC, as the warehouse writes it."""
    return datetime.now(UTC).replace(tzinfo=None)
