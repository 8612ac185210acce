"""A published generation that holds the worked examples, for the pages to read."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb

from pipelines import warehouse
from tests.dashboards.causes import causes
from tests.dashboards.differences import NAMES, PROJECTS, write_bridge
from tests.dashboards.examples import steps
from tests.dashboards.invoices import write_invoices
from tests.dashboards.nights import write_nights
from tests.dashboards.pairs import write_pairs
from tests.dashboards.quality import write_quality
from tests.dashboards.tables import KEY, MONEY, key, now, table
from tests.dashboards.tidying import write_tidying
from tests.dashboards.work import write_work


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
            write_nights(opened)
            write_tidying(opened)
            write_work(opened)
    link = build / "next"
    link.symlink_to(Path("generations") / str(number), target_is_directory=True)
    link.replace(build / "current")
    return generation / "analysts.duckdb"


def change(build: Path, statement: str) -> None:
    """Change the published file, as no night would."""
    with warehouse.connection(
        build / "current" / "analysts.duckdb", write=True
    ) as opened:
        opened.execute(statement)


def write_rules(opened: duckdb.DuckDBPyConnection, number: int) -> None:
    """Write the firm and the causes."""
    table(
        opened,
        "rules.firm",
        "firm_name varchar, reporting_currency varchar, time_zone varchar, as_of date, "
        "is_invented boolean, run_id varchar, run_at timestamp, code_version varchar",
        [
            (
                *("Meridian Advisory (sample firm)", "USD", "America/New_York"),
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
        "driver varchar, position integer, label varchar, driver_classes varchar, "
        "owner_role varchar, fix_in varchar, action varchar, sentence_one varchar, "
        "sentence_many varchar",
        [tuple(cause.values()) for cause in causes().values()],
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
        "project_id varchar, project_name varchar, client_id varchar, "
        "record_id varchar",
        [
            (project, *named, f"birdview:project:{project.upper()}")
            for project, named in PROJECTS.items()
        ],
    )
    owner = {record: client for client, *_, record in steps()}
    table(
        opened,
        "marts.deals",
        f"deal_id varchar, deal_name varchar, client_id varchar, {KEY}, "
        f"expected_amount {MONEY}, survivor_deal_id varchar, is_copy boolean",
        [
            (
                *(record, f"{NAMES[client]} deal", client, *key(record)),
                *(Decimal("45000.00"), "hubspot:deal:D-201"),
                key(record)[2] == "D-201b",
            )
            for record, client in owner.items()
            if key(record)[1] == "deal"
        ],
    )
    write_invoices(opened, owner)
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
        "marts.deal_projects",
        "deal_id varchar, project_id varchar",
        [("hubspot:deal:D-201", "p-301")],
    )
    table(
        opened,
        "marts.invoice_lines",
        f"invoice_id varchar, client_id varchar, {KEY}",
        [("quickbooks:invoice:I-11", "core", "quickbooks", "invoice_line", "I-11-1")],
    )
    table(
        opened,
        "marts.project_records",
        f"record_id varchar, record_name varchar, link_kind varchar, "
        f"project_id varchar, client_id varchar, {KEY}",
        [
            (f"birdview:project:{name}", "Audit", kind, *("p-301", "core"), *of)
            for name, kind in (("P-301", "alone"), ("P-301x", "copy"))
            for of in (("birdview", "project", name),)
        ],
    )
    write_pairs(opened)
