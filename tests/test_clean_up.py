"""The list of what to clean up names what was planted, and ties only what is one."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from pipelines.firm import read_firm
from pipelines.sandbox.answers import SYSTEMS, answers
from pipelines.sandbox.truths import Truths

FIRM = Path(__file__).resolve().parents[1] / "firm.toml"
COPIES = ("duplicate_clients", "duplicate_projects", "duplicate_project")
DOCUMENTS = ("duplicate_deal", "duplicate_invoice")
Ask = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def truths() -> Truths:
    sandbox = read_firm(FIRM).sandbox
    assert sandbox
    return answers(sandbox.seed, sandbox.as_of)


@pytest.fixture(scope="module")
def ask(published: Path) -> Ask:
    def asked(query: str) -> list[tuple[str, ...]]:
        with duckdb.connect(str(published), read_only=True) as opened:
            return opened.execute(query).fetchall()

    return asked


def test_planted_copies_are_merged_or_asked_about_and_no_other_record(
    truths: Truths, ask: Ask
) -> None:
    planted = {
        f"{SYSTEMS[answer.role]}:{answer.record_type}:{answer.record_id}"
        for answer in truths.answers
        if answer.kind in COPIES + DOCUMENTS
    }
    merged = {
        record
        for (records,) in ask(
            "select merged_record_ids from marts.clean_up_tasks "
            "where task_kind = 'merge' and entity != 'person'"
        )
        for record in records.split(", ")
    }

    asked = ask(
        "select unnest([left_record, right_record]) from marts.client_questions"
    )

    assert merged - planted == set()
    assert planted - merged <= {record for (record,) in asked}


def test_an_id_is_written_only_between_records_of_one_entity(
    truths: Truths, ask: Ask
) -> None:
    known = truths.identities
    tied = ask(
        "select record_id, target_record_id from marts.shared_ids "
        "where not contains(target_record_id, ':deal:')"
    )
    same = [
        (left, right)
        for left, right in tied
        if left in known and right in known and known[left] != known[right]
    ]

    assert len(tied) > 200
    assert same == []


def test_every_planted_missing_id_is_told_with_the_id_to_write(
    truths: Truths, ask: Ask
) -> None:
    planted = {
        (
            f"{SYSTEMS[answer.role]}:{answer.record_type}:{answer.record_id}",
            answer.other_record_id,
        )
        for answer in truths.answers
        if answer.kind == "missing_links" and answer.other_record_id
    }
    told = set(
        ask(
            "select record_id, id_to_write from marts.shared_ids where id_to_write > ''"
        )
    )

    assert planted - told == set()


def test_what_is_merged_away_has_nothing_else_to_do(ask: Ask) -> None:
    assert not ask(
        "select task_id from marts.clean_up_tasks where exists (select 1 from "
        "marts.clean_up_tasks as merges where merges.task_kind = 'merge' and contains("
        "', ' || merges.merged_record_ids || ',', ', ' || clean_up_tasks.record_id "
        "|| ','))"
    )


def test_disagreements_lose_no_cent_of_the_bridge(ask: Ask) -> None:
    assert ask(
        "select sum(abs(difference_amount)) from marts.disagreements "
        "where subject_kind = 'amount'"
    ) == ask(
        "select sum(abs(step_amount)) from marts.revenue_bridge "
        "where scope_kind = 'client' and period = 'to_date'"
    )
