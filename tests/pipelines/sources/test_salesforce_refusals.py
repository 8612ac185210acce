"""Salesforce: sessions end, limits are reached, and not everything may be seen."""

from decimal import Decimal

import pytest

from pipelines.sandbox.speaks.salesforce import CURRENCIES, Salesforce
from pipelines.sources import LimitError, SourceError, TableError
from tests.pipelines.sandbox.tiny_world import NEW_YEAR, TinyWorld, deal
from tests.pipelines.sources.salesforce_session import deals_of, org_of, read


def test_a_session_that_ended_is_opened_anew_and_a_busy_server_is_waited_for() -> None:
    org, waits, asked = org_of(Salesforce(TinyWorld(crm_deals=[deal()])))
    for _ in range(45):
        org.queries.get("/sobjects", "objects")
    assert (len(waits), len(asked)) == (1, 49)


def test_the_limit_of_the_day_ends_the_source_with_the_time_it_resets() -> None:
    voice = Salesforce(TinyWorld(), requests_a_day=1)
    org, waits, _ = org_of(voice)
    org.queries._client.session.hooks["response"].clear()
    with pytest.raises(LimitError, match=r"TotalRequests.*It answers again from 20"):
        deals_of(org)
    assert waits == []


def test_the_last_requests_of_the_day_are_left_to_other_apps() -> None:
    org, waits, asked = org_of(Salesforce(TinyWorld(), requests_a_day=20))
    with pytest.raises(LimitError, match=r"20 of 20 requests of 24 hours; the rest"):
        for _ in range(30):
            org.queries.get("/sobjects", "objects")
    assert (waits, len([one for one in asked if "token" not in one.path])) == ([], 21)


def test_an_organisation_of_one_currency_tells_it_for_every_deal() -> None:
    found = read(TinyWorld(crm_deals=[deal(currency_code="USD")]), hidden=CURRENCIES)
    assert [row["currency_iso_code"] for row in found["opportunities"]] == ["USD"]
    assert found["dated_conversion_rates"] == []


def test_currencies_without_dated_rates_have_one_rate_for_all_days() -> None:
    rate = {"from_currency": "EUR", "to_currency": "USD", "rate": Decimal("1.25")}
    world = TinyWorld(crm_exchange_rates=[rate | {"rate_date": NEW_YEAR.date()}])
    hidden = frozenset({"DatedConversionRate"})
    (told,) = read(world, hidden=hidden)["dated_conversion_rates"]
    assert (told["start_date"], told["conversion_rate"]) == (
        "2024-01-01",
        4 / Decimal(5),
    )


def test_a_field_that_is_hidden_or_misspelt_is_named() -> None:
    org, _, _ = org_of(Salesforce(TinyWorld()), deals__list_amount="Listt__c")
    with pytest.raises(SourceError, match=r"has no field Listt__c.*fields.salesforce"):
        deals_of(org)
    voice = Salesforce(TinyWorld(), hidden=frozenset({"Amount"}))
    with pytest.raises(SourceError, match="has no field Amount"):
        deals_of(org_of(voice)[0])


def test_an_object_that_may_not_be_read_is_held_back_and_not_empty() -> None:
    voice = Salesforce(TinyWorld(), hidden=frozenset({"Opportunity"}))
    with pytest.raises(TableError, match="may not read Opportunity"):
        deals_of(org_of(voice)[0])
