"""Three clients worked by hand, to the cent: every number and every step of them.

`worked_examples.csv` is the one place where the figures stand. A row without a segment
is one of the ten numbers, with one it is a step; a step that the table does not name
must not exist.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines import warehouse

ACCOUNTS = {"Acme": "AC-1", "Bolt": "AC-2", "Core": "AC-3", "Dune": "AC-4"}

with (Path(__file__).parent / "worked_examples.csv").open() as file:
    WORKED = list(csv.DictReader(file))


def client_ids(published: Path) -> dict[str, str]:
    """Return our id of each worked client, by its account in the CRM."""
    with warehouse.connection(published) as opened:
        rows = opened.execute(
            "select source_record_id, client_id from marts.client_records "
            "where source_system = 'hubspot' and source_record_type = 'account'"
        ).fetchall()
    by_account = dict(rows)
    return {client: by_account[account] for client, account in ACCOUNTS.items()}


@pytest.mark.parametrize("client", sorted(ACCOUNTS))
def test_every_number_of_a_worked_client_is_right(published: Path, client: str) -> None:
    with warehouse.connection(published) as opened:
        found = dict(
            opened.execute(
                "select anchor, anchor_amount from marts.revenue_anchors "
                "where scope_kind = 'client' and scope_id = ? and period = 'to_date'",
                [client_ids(published)[client]],
            ).fetchall()
        )
    worked = {
        row["name"]: Decimal(row["amount"])
        for row in WORKED
        if row["client"] == client and not row["segment"]
    }
    assert {anchor: found[anchor] for anchor in worked} == worked


@pytest.mark.parametrize("client", sorted(ACCOUNTS))
def test_every_step_of_a_worked_client_is_right_and_no_other_exists(
    published: Path, client: str
) -> None:
    with warehouse.connection(published) as opened:
        found = {
            tuple(row[:3]): row[3]
            for row in opened.execute(
                "select segment, driver, driver_class, step_amount "
                "from marts.revenue_bridge "
                "where scope_kind = 'client' and scope_id = ? and period = 'to_date'",
                [client_ids(published)[client]],
            ).fetchall()
        }
    worked = {
        (row["segment"], row["name"], row["driver_class"]): Decimal(row["amount"])
        for row in WORKED
        if row["client"] == client and row["segment"]
    }
    assert found == worked


def test_the_firm_explains_the_exports_of_core_and_dune_together(
    published: Path,
) -> None:
    ids = client_ids(published)
    with warehouse.connection(published) as opened:
        exported, billed = opened.execute(
            "select sum(anchor_amount) filter (where anchor = 'accounting_reported'), "
            "sum(anchor_amount) filter (where anchor = 'billed') "
            "from marts.revenue_anchors where scope_kind = 'client' "
            "and scope_id in (?, ?) and period = 'to_date'",
            [ids["Core"], ids["Dune"]],
        ).fetchall()[0]
    assert (exported, billed) == (Decimal("41398.80"), Decimal("21500.00"))
