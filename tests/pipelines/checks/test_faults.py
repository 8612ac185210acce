"""Faults of the bridge become findings of one record each, in words people use."""

import csv
import re
from pathlib import Path

import pytest
from bridged import fault, weigh
from planted import PROJECT, Planted

from pipelines.checks.differences_without_reason import SUITE as UNEXPLAINED
from pipelines.checks.misstated_records import SUITE as MISSTATED
from pipelines.checks.wrong_client_links import SUITE as WRONG_CLIENT


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def test_money_under_a_wrong_client_is_one_finding_of_its_invoice(
    planted: Planted,
) -> None:
    line = "quickbooks:invoice_line:7-1"
    weigh(
        planted,
        [
            fault("wrong_client_link", line, "6000.00"),
            fault("wrong_client_link", line, "-6000.00", client_id="dune"),
        ],
    )
    assert planted.judged(WRONG_CLIENT) == {
        "wrong_client_link": (2, {"quickbooks:invoice:7"})
    }
    assert planted.told("int_faults__examined") == {
        "7": "Invoice I-7 for USD 6,000 is filed under the wrong client. "
        "Relink it in accounting."
    }


def test_an_invoice_moved_to_another_month_is_found(planted: Planted) -> None:
    record = "quickbooks:invoice:8"
    weigh(
        planted,
        [
            fault("date_moved", record, "-250.00", month="2026-04"),
            fault("date_moved", record, "250.00", month="2026-05"),
        ],
    )
    assert planted.judged(MISSTATED)["date_moved"] == (2, {record})


def test_what_nets_to_nothing_or_has_a_reason_is_no_finding(planted: Planted) -> None:
    record = "quickbooks:invoice:8"
    weigh(
        planted,
        [
            fault("credit_note", record, "-900.00", driver_class="L"),
            fault("wip_overdue", "birdview:time_entry:T1", "-80.00", month="2026-03"),
            fault("wip_overdue", "birdview:time_entry:T1", "80.00", month="2026-04"),
        ],
    )
    assert planted.told("int_faults__examined") == {}
    assert planted.judged(UNEXPLAINED)["credit_note"] == (2, set())


def test_every_driver_that_can_be_a_finding_is_told_in_short_words(
    planted: Planted,
) -> None:
    kinds = {"deal": "hubspot", "project": "birdview", "time_entry": "birdview"}
    with (PROJECT / "seeds" / "driver_findings.csv").open() as file:
        drivers = [(row["driver"], row["examines"]) for row in csv.DictReader(file)]
    weigh(
        planted,
        [
            fault(
                driver, f"{kinds.get(kind, 'quickbooks')}:{kind}:{driver}", "-1234.56"
            )
            for driver, kind in drivers
        ],
    )
    told = planted.told("int_faults__examined")
    assert set(told) == {driver for driver, _ in drivers}
    for sentence in told.values():
        assert not re.search(r"[{}]|  |-1|None|nan", sentence)
        assert sentence.endswith(".")
        for part in sentence.split(". "):
            assert len(part.split()) <= 20, part
