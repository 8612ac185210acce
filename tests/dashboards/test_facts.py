"""Words, ways, codes, edge cases and lists are told where they belong."""

from decimal import Decimal
from pathlib import Path

import pytest

from dashboards import agreement, facts
from pipelines.fact_map import Way
from tests.dashboards.conftest import Visit
from tests.dashboards.published import change
from tests.dashboards.reading import text

FLOWS = """
create table marts.fact_flows as select * from (values
    ('client', 'domain', 'crm', 'psa', 'sales', 2, 'Copies that differ: 2 of 36.'),
    ('client', 'client_name', 'crm', 'psa', 'sales', 0, 'Arrives.'),
    ('time_off', 'hours', 'hr', 'psa', 'people', 0, 'Arrives.'),
    ('contact', 'consent', 'crm', null, 'sales', 0, 'Stays.')
) as told (entity, field, owner_role, to_role, responsible, n_broken, explanation)
"""
TERMS = """
create or replace table rules.connections as
    select 'crm' as role, 'hubspot' as system, null as beside;
create table rules.glossary as select * from (values
    ('client', 'hubspot', 'Company', 'record'), ('client', 'xero', 'Contact', 'record'),
    ('stage', 'hubspot', 'Deal stage', 'list')
) as told (term, system, called, kind)
"""
CODES = """
create table marts.code_mappings as select * from (values
    ('account', 'quickbooks', '1000', false), ('account', 'quickbooks', '1100', true)
) as told (code_kind, source_system, code, is_mapped)
"""
CASES = """
create table marts.edge_cases_seen as select * from (values
    ('Project pauses', 'Work waits.', 2, 10.00, true, true),
    ('Refund', null, 1, 0.00, true, false),
    ('Rehire', 'One person.', 0, 0.0, false, true)
) as told (label, policy, n_records, moved_amount, is_seen, has_policy)
"""
DISAGREEMENTS = """
create table marts.disagreements as select * from (values
    ('by_design', 'acme', false, 900.00), ('data_error', 'acme', true, -99.00),
    ('unexplained', 'core', true, 1.00)
) as told (disagreement_class, client_id, is_problem, difference_amount)
"""
SHADOWS = """
create table marts.shadow_records as select * from (values
    ('a', 'acme', 'nowhere_else', 'Old plan is in no PSA. Enter it there.', 10.00),
    ('b', 'core', 'repeats', 'P-1 repeats P-1. Remove it from the list.', 0.00)
) as told (record_id, client_id, shadow_state, sentence, money_at_stake)
"""


def test_each_word_and_each_way_of_a_fact_is_told(build: Path, visit: Visit) -> None:
    for statement in (FLOWS, TERMS, CODES):
        change(build, statement)
    shown = visit("definitions")
    told = text(shown)

    assert "Company in HubSpot" in told and "Contact" not in told
    assert "3 facts travel 2 ways between the systems. On 1 way some" in told
    (drawn,) = (e.proto.body for e in shown.get("html") if "<img" in e.proto.body)
    assert "CRM to PSA: 2 facts, 2 broken; HR to PSA: 1 fact, none broken." in drawn
    assert "Copies that differ: 2 of 36." in told
    assert "Account" in told and "1000" in told


def test_what_differs_is_explained_and_edge_cases_have_policies(
    build: Path, visit: Visit
) -> None:
    change(build, CASES)
    change(build, DISAGREEMENTS)
    told = text(visit("trust"))

    assert "99.9 % of the money that differs is explained." in told
    assert "10 % of it needs a hand" in told
    assert "2 edge cases occur here. Decide what happens for 1 of them." in told
    assert "Nothing is decided" in told and "Rehire" not in told
    assert "Project pauses" not in text(visit("trust", client="acme"))


def test_lists_beside_the_systems_are_told(build: Path, visit: Visit) -> None:
    change(build, SHADOWS)

    told = text(visit("every_month"))
    assert "2 records in lists beside the systems: 1 in no system" in told
    assert "Old plan is in no PSA." not in text(visit("every_month", client="core"))


def test_a_file_without_these_tables_shows_the_rest(build: Path, visit: Visit) -> None:
    told = text(visit("definitions"))
    assert "The causes" in told and "One thing, several names" not in told


@pytest.mark.parametrize(
    ("amounts", "wanted"),
    [
        ((), "No money differs between the systems."),
        ((("unexplained", 1, True),), "0 % of the money that differs is explained."),
        ((("timing", 1, False),), "100 % of the money that differs is explained."),
    ],
)
def test_the_share_that_is_explained_is_never_the_share_that_is_equal(
    amounts, wanted
) -> None:
    names = ("disagreement_class", "differing_amount", "is_problem")
    rows = [(name, Decimal(amount), is_so) for name, amount, is_so in amounts]
    told = [dict(zip(names, row, strict=True)) for row in rows]
    assert agreement.sentence(told).startswith(wanted)


def test_a_map_without_a_broken_way_says_so() -> None:
    assert (
        facts.sentence([Way("crm", "psa", 3, 0)])
        == "3 facts travel 1 way. None is broken."
    )
