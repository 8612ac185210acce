"""Salesforce: what is asked, and what an answer means."""

from datetime import timedelta
from decimal import Decimal

from pipelines.sandbox.speaks.salesforce import Salesforce
from pipelines.sources import Record
from pipelines.sources.rows import read as rows_read
from pipelines.sources.salesforce_objects import OPPORTUNITIES
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld, account, deal
from tests.pipelines.sources.salesforce_session import deals_of, org_of, read, rows_of

LATER = NEW_YEAR + timedelta(days=3)
MANY = [deal(f"D-{n}", updated_at=NEW_YEAR + timedelta(seconds=n)) for n in range(450)]


def kept(rows: list[Record]) -> list[Record]:
    """Return rows as the warehouse keeps them, each of its declared type."""
    read = rows_read(OPPORTUNITIES.raw_table(), "crm", [rows])
    assert read.rejected == ()
    return list(read.kept.to_pylist())


def test_a_long_answer_comes_page_by_page_and_whole() -> None:
    voice = Salesforce(TinyWorld(crm_deals=MANY))
    voice.cursors.page = 200
    org, _, asked = org_of(voice)
    assert [row["id"] for row in deals_of(org)] == [row["deal_id"] for row in MANY]
    assert len([one for one in asked if "/query/" in one.path]) == 2


def test_a_very_long_answer_comes_as_a_bulk_job_and_says_the_same() -> None:
    said = {"list_amount": Decimal("64000.50"), "probability": Decimal("0.2")}
    deals = [deal(f"D-{n}", deal_name='A "b",\nc', **said) for n in range(450)]
    voice = Salesforce(TinyWorld(crm_deals=deals))
    voice.cursors.page = 200
    paged, _, _ = org_of(voice, deals__list_amount="List_Amount__c")
    bulk, waits, asked = org_of(voice, deals__list_amount="List_Amount__c")
    bulk.queries.bulk_from, bulk.queries.bulk_page = 400, 100
    assert kept(deals_of(bulk)) == kept(deals_of(paged))
    assert (len([one for one in asked if "/results" in one.path]), waits) == (5, [1])


def test_a_cursor_that_was_closed_is_opened_anew_and_nothing_is_lost() -> None:
    voice = Salesforce(TinyWorld(crm_deals=MANY))
    voice.cursors.page = 200
    pages = org_of(voice)[0].records(OPPORTUNITIES, None)
    found = [row["id"] for row in rows_of([next(pages)])]
    voice.cursors.close_all()
    found += [row["id"] for row in rows_of(pages)]
    assert sorted(set(found)) == sorted(row["deal_id"] for row in MANY)


def test_a_bulk_job_that_was_forgotten_is_made_anew_and_nothing_is_lost() -> None:
    voice = Salesforce(TinyWorld(crm_deals=MANY))
    voice.cursors.page = 200
    org, _, _ = org_of(voice)
    org.queries.bulk_from, org.queries.bulk_page = 400, 100
    pages = org.records(OPPORTUNITIES, None)
    found = [row["id"] for row in rows_of([next(pages)])]
    voice.jobs.forget()
    found += [row["id"] for row in rows_of(pages)]
    assert sorted(set(found)) == sorted(row["deal_id"] for row in MANY)


def test_only_what_changed_since_is_asked_for_and_ties_are_not_lost() -> None:
    world = TinyWorld(crm_deals=[deal("D-1"), deal("D-2", updated_at=LATER)])
    rows = rows_of(org_of(Salesforce(world))[0].records(OPPORTUNITIES, LATER))
    assert [row["id"] for row in rows] == ["D-2"]


def test_deleted_records_are_read_with_what_they_became_part_of() -> None:
    gone = account("A-2", is_deleted=True, merged_into_account_id="A-1")
    before = account("A-3", is_deleted=True, merged_into_account_id="A-2")
    found = read(TinyWorld(crm_accounts=[account(), gone, before]))
    told = {
        row["id"]: (row["is_deleted"], row["master_record_id"])
        for row in found["accounts"]
    }
    assert told == {"A-1": (False, None), "A-2": (True, "A-1"), "A-3": (True, "A-2")}


def test_large_amounts_come_in_full_though_they_are_written_as_powers() -> None:
    edit = {
        "record_type": "deal",
        "record_id": "D-1",
        "field": "net_amount",
        "changed_at": LATER,
        "old_value": "12345678.90",
        "new_value": "20000000.00",
        "changed_by": "sync",
        "change_source": "integration",
    }
    big = deal(net_amount=Decimal("20000000.00"))
    found = read(TinyWorld(crm_deals=[big], crm_field_changes=[edit]))
    (made, change) = found["field_history"]
    assert found["opportunities"][0]["amount"] == Decimal(20_000_000)
    assert (change["old_value"], change["new_value"]) == ("12345678.9", "20000000")
    assert (made["field"], change["field"]) == ("created", "net_amount")
    assert (change["user_name"], change["license_name"]) == (
        "sync",
        "Salesforce Integration",
    )
