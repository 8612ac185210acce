"""Findings, checks and sources of the worked examples."""

from datetime import timedelta
from decimal import Decimal

import duckdb

from pipelines.transform import PROJECT
from tests.dashboards.causes import acts, causes
from tests.dashboards.examples import steps
from tests.dashboards.tables import KEY, MONEY, key, now, table


def write_quality(opened: duckdb.DuckDBPyConnection, late_hours: int) -> None:
    """Write findings, checks and four sources; Birdview is this many hours late."""
    table(
        opened,
        "quality.findings",
        "finding_id varchar, suite varchar, severity varchar, sentence varchar, "
        f"{KEY}, record_id varchar, client_id varchar, owner_role varchar, fix_in "
        f"varchar, fix_url varchar, money_at_stake {MONEY}, currency_code varchar, "
        "first_seen_at timestamp, last_seen_at timestamp, status varchar",
        [
            (
                *(f"f-{place}", suite, "critical", sentence, *key(record), record),
                *(client, role, fix_in, f"https://example.test/{record}"),
                *(Decimal(money), "USD", now() - timedelta(days=3), now(), status),
            )
            for place, row in enumerate((*FINDINGS, *faults()))
            for suite, client, sentence, record, role, fix_in, money, status in (row,)
        ],
    )
    table(
        opened,
        "quality.checks",
        "suite varchar, expectation varchar, claim varchar, n_rows_examined bigint, "
        "n_unexpected bigint, success boolean, run_id varchar",
        [
            ("drifting_fields", "e", "crm_amount_kept", 130, 1, False, "run-1"),
            ("duplicate_clients", "e", "entered_once", 46, 0, True, "run-1"),
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
    _write_gaps(opened)


def _write_gaps(opened: duckdb.DuckDBPyConnection) -> None:
    """Write which systems the firm has, and what any system cannot tell."""
    table(
        opened,
        "rules.connections",
        "role varchar, system varchar, source_system varchar, beside varchar",
        [
            ("crm", "hubspot", "hubspot", None),
            ("hr", "bamboohr", "bamboohr", None),
            ("crm", "imports", "hubspot", "hubspot"),
            ("psa", "google_sheets", "google_sheets", None),
        ],
    )
    table(
        opened,
        "quality.loads",
        "source_system varchar, run_id varchar, n_loaded bigint",
        [("google_sheets", "run-1", 40), ("google_sheets", "run-0", 39)],
    )
    seed = PROJECT / "seeds" / "system_gaps.csv"
    opened.execute(f"create table rules.system_gaps as from '{seed}'")


FINDINGS = (
    (
        "edits_after_close",
        "core",
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
        "core",
        "Invoice I-11 looks like a copy of I-10. Void one of them in accounting.",
        "quickbooks:invoice:I-11",
        "finance",
        "accounting",
        "12000.00",
        "new",
    ),
    (
        "missing_links",
        "core",
        "Invoice I-9 had no project.",
        "quickbooks:invoice:I-9",
        "finance",
        "accounting",
        "50.00",
        "resolved",
    ),
)


def faults() -> list[tuple[str, ...]]:
    """Return a finding for each faulty record that has none of its own yet."""
    known, found = {finding[3] for finding in FINDINGS}, []
    for client, _, driver, kind, amount, record in steps():
        cause = causes()[driver]
        owner, fix_in = acts(cause)
        if kind in "FU" and fix_in != "none" and record not in known:
            known.add(record)
            sentence = f"{cause['label']}. {cause['action']}"
            stake = str(abs(amount))
            suite = f"{driver}s" if driver.startswith("duplicate_") else "faults"
            found.append(
                (suite, client, sentence, record, owner, fix_in, stake, "open")
            )
    return found
