"""Every planted mistake has an answer, every answer a record, and no model a peek."""

from pathlib import Path

import pytest

from pipelines.sandbox.answers import KINDS, Truths
from pipelines.sandbox.world import World

ROOT = Path(__file__).parents[3]
TABLES = {
    ("crm", "account"): ("accounts", "account_id"),
    ("crm", "deal"): ("deals", "deal_id"),
    ("psa", "client"): ("clients", "client_id"),
    ("psa", "project"): ("projects", "project_id"),
    ("psa", "person"): ("people", "person_id"),
    ("psa", "time_entry"): ("time_entries", "time_entry_id"),
    ("accounting", "customer"): ("customers", "customer_id"),
    ("accounting", "invoice"): ("invoices", "invoice_id"),
    ("accounting", "project"): ("projects", "project_id"),
    ("accounting", "journal_line"): ("journal_lines", "journal_line_id"),
    ("hr", "employee"): ("employees", "employee_number"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_mistake_is_planted(truths: Truths, kind: str) -> None:
    assert [answer for answer in truths.answers if answer.kind == kind]


def test_no_answer_is_of_a_kind_that_the_catalogue_does_not_name(
    truths: Truths,
) -> None:
    assert {answer.kind for answer in truths.answers} <= set(KINDS)


def test_every_answer_names_a_record_that_exists(world: World, truths: Truths) -> None:
    known = {
        (role, record_type, row[key])
        for (role, record_type), (table, key) in TABLES.items()
        for row in world.records(role, table)
    }
    for answer in truths.answers:
        assert (answer.role, answer.record_type, answer.record_id) in known, answer


@pytest.mark.parametrize(
    ("role", "record_type"),
    [
        ("crm", "account"),
        ("psa", "client"),
        ("accounting", "customer"),
        ("psa", "person"),
        ("hr", "employee"),
        ("psa", "project"),
        ("accounting", "project"),
    ],
)
def test_every_record_has_one_true_entity(
    world: World, truths: Truths, role: str, record_type: str
) -> None:
    table, key = TABLES[(role, record_type)]
    for row in world.records(role, table):
        assert truths.of(role, record_type, row[key]), (role, table, row[key])


def test_twenty_two_clients_are_held_twice_by_one_system(truths: Truths) -> None:
    twice = [a for a in truths.answers if a.kind == "duplicate_clients"]
    assert len({answer.client for answer in twice}) == 22
    assert len(set(truths.identities.values())) > 46


def test_nothing_but_the_sandbox_tests_and_benchmarks_reads_the_answers() -> None:
    readers = [
        path
        for folder in ("pipelines", "dashboards", "dbt_project")
        for suffix in ("*.py", "*.sql", "*.yml")
        for path in (ROOT / folder).rglob(suffix)
        if "sandbox" not in path.relative_to(ROOT).parts
        and any(
            word in path.read_text()
            for word in ("sandbox.answers", "sandbox.truths", "sandbox.mistakes")
        )
    ]
    assert readers == []


def test_no_voice_reads_the_answers() -> None:
    for path in (ROOT / "pipelines/sandbox/speaks").glob("*.py"):
        assert "truths" not in path.read_text()
