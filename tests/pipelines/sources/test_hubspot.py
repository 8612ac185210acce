"""HubSpot: what is asked, and what an answer means."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from pipelines.firm import Connection, Firm
from pipelines.sandbox.speaks.hubspot import SECRETS, HubSpot
from pipelines.sources import Record, hubspot
from pipelines.sources.auth import Bearer
from pipelines.sources.hubspot_lists import VERSION
from pipelines.sources.hubspot_searches import Searches
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld, account, deal
from tests.pipelines.sources.hearing import client_of

CONNECTION = Connection("crm", "hubspot", "hubspot")


def portal_of(world: TinyWorld, window: int = 10_000) -> Searches:
    voice = HubSpot(world)
    voice.search_window = window
    client, _, _ = client_of(voice, Bearer(SECRETS["HUBSPOT_SERVICE_KEY"]))
    lists = Searches(client)
    lists.search_window = window
    return lists


def read(world: TinyWorld, **fields: str) -> dict[str, list[Record]]:
    """Return every record of every table, as a first load reads them."""
    client, _, _ = client_of(HubSpot(world), Bearer(SECRETS["HUBSPOT_SERVICE_KEY"]))
    named = {name.replace("__", "."): said for name, said in fields.items()}
    firm = Firm("Tiny", "USD", (CONNECTION,), Path(), fields={"hubspot": named})
    source = hubspot.source(CONNECTION, firm, client)
    return {name: rows_of(reader(None)) for name, reader in source.items()}


def rows_of(pages: Iterable[object]) -> list[Record]:
    return [row for page in pages if isinstance(page, list) for row in page]


def test_a_long_list_comes_whole_and_its_link_is_never_followed() -> None:
    deals = [deal(f"D-{n}") for n in range(250)]
    found = read(TinyWorld(crm_accounts=[account()], crm_deals=deals))["deals"]
    assert sorted(row["id"] for row in found) == sorted(row["deal_id"] for row in deals)


def test_a_search_goes_on_behind_its_last_window() -> None:
    deals = [
        deal(f"D-{n}", updated_at=NEW_YEAR + timedelta(seconds=n)) for n in range(450)
    ]
    lists = portal_of(TinyWorld(crm_deals=deals), window=200)
    found = {key for page in lists.changed("deals", NEW_YEAR) for key in page}
    assert len(found) == 450


def test_more_records_of_one_moment_than_a_search_tells_are_read_by_id() -> None:
    at_once = [deal(f"D-{n:03}", updated_at=NEW_YEAR) for n in range(450)]
    later = [deal("E-1", updated_at=NEW_YEAR + timedelta(seconds=1))]
    lists = portal_of(TinyWorld(crm_deals=at_once + later), window=200)
    found = {key for page in lists.changed("deals", NEW_YEAR) for key in page}
    assert len(found) == 451


def test_only_what_changed_since_is_searched_for() -> None:
    later = NEW_YEAR + timedelta(days=3)
    world = TinyWorld(crm_deals=[deal("D-1"), deal("D-2", updated_at=later)])
    assert list(portal_of(world).changed("deals", later)) == [["D-2"]]


def test_an_archived_deal_is_read_with_its_company() -> None:
    world = TinyWorld(crm_accounts=[account()], crm_deals=[deal(is_deleted=True)])
    (row,) = read(world)["deals"]
    assert (row["archived"], row["associated_company_id"]) == (True, "A-1")


def test_a_merged_company_names_the_one_that_took_its_place() -> None:
    loser = account("A-2", is_deleted=True, merged_into_account_id="A-1")
    found = read(TinyWorld(crm_accounts=[account(), loser]))["companies"]
    merged = {row["id"]: row.get("merged_into_company_id") for row in found}
    assert merged == {"A-1": None, "A-2": "A-1"}


def test_a_custom_property_is_read_where_the_firm_keeps_it() -> None:
    world = TinyWorld(crm_deals=[deal(psa_project_id="P-7")])
    (named,) = read(world, deals__psa_project_id="birdview_project_id")["deals"]
    (unnamed,) = read(world)["deals"]
    assert named["psa_project_id"] == "P-7"
    assert "psa_project_id" not in unnamed


def test_history_tells_who_changed_what_and_by_what_means() -> None:
    edit = {
        "record_type": "deal",
        "record_id": "D-1",
        "field": "net_amount",
        "changed_at": NEW_YEAR + timedelta(days=9),
        "old_value": "45000.00",
        "new_value": "39000.00",
    }
    by_hand = edit | {"changed_by": "ada@firm.example", "change_source": "person"}
    by_sync = edit | {"changed_by": "PSA sync", "change_source": "integration"}
    by_sync |= {"changed_at": NEW_YEAR + timedelta(days=10), "old_value": "39000.00"}
    world = TinyWorld(
        crm_deals=[deal(net_amount=Decimal(39000))],
        crm_field_changes=[by_hand, by_sync],
    )
    past = read(world)["property_history"]
    told = [(row["value"], row["source_type"], row["changed_by"]) for row in past]
    assert sorted(told, key=str) == [
        ("39000.00", "CRM_UI", "ada@firm.example"),
        ("39000.00", "INTEGRATION", "PSA sync"),
        ("45000.00", "CRM_UI", None),
    ]


def test_one_request_too_many_is_waited_for_and_asked_again() -> None:
    voice, key = HubSpot(TinyWorld()), Bearer(SECRETS["HUBSPOT_SERVICE_KEY"])
    client, waits, asked = client_of(voice, key)
    for _ in range(60):
        client.get(f"/crm/owners/{VERSION}", "owners")
    assert (waits, len(asked)) == ([0], 61)
