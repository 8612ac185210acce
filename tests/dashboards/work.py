"""The days and people of the worked examples' firm, and the work it has left."""

from datetime import date, timedelta
from decimal import Decimal

import duckdb

from tests.dashboards.tables import MONEY, table

DAYS = [date(2026, 3, 1) + timedelta(days=n) for n in range(153)]
PEOPLE = (
    ("priya", "Priya Shah", "analyst", "152", "176"),
    ("noor", "Noor Haddad", "analyst", "176", "100"),
    ("kim", "Kim Larsen", "senior", "176", "80"),
    ("lee", "Lee Ortega", "senior", "176", "0"),
)
"""Id, name, role, hours there are and hours booked, all of June."""
HOURS = "decimal(18, 4)"


def write_work(opened: duckdb.DuckDBPyConnection) -> None:
    """Write a calendar, backlog, open deals, and who is booked on which day off."""
    write_calendar(opened)
    write_backlog(opened)
    write_margins(opened)
    table(
        opened,
        "marts.people",
        "person_id varchar, person_name varchar",
        [(person, name) for person, name, *_ in PEOPLE],
    )
    table(
        opened,
        "marts.utilisation",
        f"person_id varchar, period varchar, role varchar, capacity_hours {HOURS}, "
        f"allocated_hours {HOURS}, soft_hours {HOURS}",
        [
            (person, "2026-06", role, Decimal(there), Decimal(booked), Decimal(0))
            for person, _, role, there, booked in PEOPLE
        ],
    )
    table(
        opened,
        "marts.time_off_conflicts",
        "person_id varchar, project_record_id varchar, conflict_kind varchar, "
        f"n_projects bigint, conflict_hours {HOURS}, conflict_date date",
        [
            (person, f"birdview:project:{project}", kind, 1, Decimal(8), day)
            for person, project, kind, days in (
                ("priya", "P-201", "time_off", range(10, 13)),
                ("kim", "P-301", "holiday", range(19, 20)),
            )
            for day in (date(2026, 6, n) for n in days)
        ],
    )
    table(
        opened,
        "marts.skills_gaps",
        f"skill varchar, period varchar, required_hours {HOURS}, free_hours {HOURS}, "
        f"gap_hours {HOURS}, n_projects bigint, n_holders bigint, "
        "n_expiring_holders bigint",
        [("Python", "2026-06", Decimal(80), Decimal(50), Decimal(30), 2, 1, 0)],
    )


def write_calendar(opened: duckdb.DuckDBPyConnection) -> None:
    """Write every day from March to July; working days are numbered through."""
    rows, number = [], 0
    for day in DAYS:
        number += day.weekday() < 5
        quarter = date(2026, 6, 30) if day.month < 7 else date(2026, 9, 30)
        end = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        rows.append((day, f"{day:%Y-%m}", end - timedelta(days=1), number, quarter))
    table(
        opened,
        "marts.calendar",
        "calendar_date date, fiscal_month varchar, fiscal_month_end date, "
        "working_day_number integer, fiscal_quarter_end date",
        rows,
    )


def write_backlog(opened: duckdb.DuckDBPyConnection) -> None:
    """Write what is left to do of Acme and Core, and two deals that are open."""
    table(
        opened,
        "marts.revenue_measures",
        f"client_id varchar, measure varchar, measure_amount {MONEY}, "
        "is_intercompany boolean, month_end_date date",
        [
            (client, measure, Decimal(amount), inside, end)
            for client, measure, amount, inside, end in (
                ("acme", "backlog", "-1000.00", False, date(2026, 5, 31)),
                ("acme", "backlog", "19200.00", False, date(2026, 6, 30)),
                ("core", "backlog", "8000.00", False, date(2026, 7, 31)),
                ("core", "backlog", "500.00", True, date(2026, 7, 31)),
                ("core", "backlog", "28000.00", False, None),
                ("core", "billed", "9.00", False, date(2026, 7, 31)),
            )
        ],
    )
    table(
        opened,
        "marts.pipeline",
        "deal_id varchar, client_id varchar, currency_code varchar, "
        f"open_amount {MONEY}, weighted_amount {MONEY}, expected_close_date date",
        [
            (f"hubspot:deal:D-9{n}", "acme", "USD", Decimal(50000), Decimal(20000), day)
            for n, day in enumerate((date(2026, 6, 20), None))
        ],
    )


def write_margins(opened: duckdb.DuckDBPyConnection) -> None:
    """Write a project that earns, one that loses, and one that few people work on."""
    table(
        opened,
        "marts.margins",
        "project_id varchar, client_id varchar, period varchar, recognised_amount "
        f"{MONEY}, margin_amount {MONEY}, margin_share decimal(18, 6), "
        "hidden_because varchar, explanation varchar",
        [
            (project, client, "to_date", Decimal(earned), left, share, hidden, "Told.")
            for project, client, earned, left, share, hidden in (
                ("p-201", "acme", 10000, Decimal(3000), Decimal("0.3"), None),
                ("p-301", "core", 10000, Decimal(-1000), Decimal("-0.1"), None),
                ("p-302", "core", 5000, None, None, "fewer_than_three"),
            )
        ],
    )
