"""Nothing is lost and nothing is doubled on the way from the sources to the marts."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines import warehouse
from pipelines.firm import read_firm
from pipelines.sandbox.world import World, build_world

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def world() -> World:
    sandbox = read_firm(ROOT / "firm.toml").sandbox
    assert sandbox
    return build_world(sandbox.seed, sandbox.as_of)


def answer(published: Path, question: str) -> list[tuple[object, ...]]:
    with warehouse.connection(published) as opened:
        return opened.execute(question).fetchall()


def totals(rows: Iterable[tuple[object, object]]) -> dict[object, Decimal]:
    summed: Counter[object] = Counter()
    for currency, amount in rows:
        summed[currency] += Decimal(str(amount or 0))
    return {currency: amount for currency, amount in summed.items() if amount}


def live(rows: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    return [row for row in rows if not row.get("is_deleted")]


def test_every_deal_arrives_once_with_its_amount(published: Path, world: World) -> None:
    told = live(world.records("crm", "deals"))
    found = answer(
        published,
        "select currency_code, reported_crm_amount from marts.deals "
        "where not is_deleted",
    )
    assert len(found) == len(told)
    assert totals(found) == totals(
        (row["currency_code"], row["net_amount"]) for row in told
    )


def test_every_invoice_arrives_once_with_its_gross_amount(
    published: Path, world: World
) -> None:
    invoices = {
        row["invoice_id"]: row for row in live(world.records("accounting", "invoices"))
    }
    lines = [
        row
        for row in world.records("accounting", "invoice_lines")
        if row["invoice_id"] in invoices
    ]
    voided = {key for key, row in invoices.items() if row["status"] == "void"}
    told = totals(
        (
            invoices[row["invoice_id"]]["currency_code"],
            Decimal(str(row["line_amount"]))
            + (
                0
                if invoices[row["invoice_id"]]["is_tax_inclusive"]
                else Decimal(str(row["tax_amount"] or 0))
            ),
        )
        for row in lines
        if row["invoice_id"] not in voided  # the books empty a voided invoice
    )
    found = answer(
        published,
        "select currency_code, reported_accounting_amount from marts.invoices",
    )
    assert len(found) == len(invoices)
    assert totals(found) == told


def test_every_hour_that_counts_arrives_once(published: Path, world: World) -> None:
    told = [
        row
        for row in live(world.records("psa", "time_entries"))
        if row["status"] != "rejected"
    ]
    found = answer(
        published, "select count(*), sum(delivered_hours) from marts.time_entries"
    )
    assert found == [(len(told), sum(Decimal(str(row["hours"])) for row in told))]


def test_every_payment_arrives_once(published: Path, world: World) -> None:
    told = world.records("accounting", "payments")
    assert answer(published, "select count(*) from marts.payments") == [(len(told),)]


@pytest.mark.parametrize(
    ("mart", "sources"),
    [
        (
            "client_records",
            (("crm", "accounts"), ("psa", "clients"), ("accounting", "customers")),
        ),
        ("project_records", (("psa", "projects"), ("accounting", "projects"))),
    ],
)
def test_every_record_is_in_exactly_one_entity(
    published: Path,
    world: World,
    mart: str,
    sources: tuple[tuple[str, str], ...],
) -> None:
    told = sum(len(world.records(role, table)) for role, table in sources)
    assert answer(
        published, f"select count(*), count(distinct record_id) from marts.{mart}"
    ) == [(told, told)]


def test_rows_read_are_loaded_set_aside_or_doubles(published: Path) -> None:
    assert (
        answer(
            published,
            "select * from quality.loads "
            "where n_read != n_loaded + n_quarantined + n_duplicate",
        )
        == []
    )
    assert answer(published, "select count(*) > 0 from quality.loads") == [(True,)]


@pytest.mark.parametrize("name", ["expected", "planned"])
def test_the_layer_tables_say_what_the_bridge_says(published: Path, name: str) -> None:
    """Both speak the contract's currency, so that no rate can hide a difference."""
    by_layer = answer(
        published,
        f"select currency_code, sum({name}_amount) from marts.{name}_revenue "
        "group by all",
    )
    by_bridge = answer(
        published,
        "select contract_currency_code, sum(contribution_amount_contract) "
        f"from marts.revenue_contributions where anchor = '{name}' group by all",
    )
    assert totals(by_layer) == totals(by_bridge)
