"""Findings live: they are new, stay open, are resolved, come back and are accepted."""

from datetime import timedelta
from pathlib import Path

import pytest
from examined import SUITE, findings, firm, night, row, write_night

from pipelines import warehouse
from pipelines.checks.judge import CheckError, judge
from pipelines.checks.run import check
from pipelines.checks.suite import Claim, Suite


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "warehouse.duckdb"


def checked(path: Path, number: int, wrong: dict[int, bool]) -> int:
    write_night(path, night(number), [row(*said) for said in wrong.items()])
    return check(firm(path.parent), path, night(number), [SUITE])


def test_a_finding_is_told_with_its_record_and_its_link(path: Path) -> None:
    assert checked(path, 0, {1: True, 2: False}) == 1
    with warehouse.connection(path) as opened:
        told = opened.execute(
            "select suite, record_id, sentence, fix_url, money_at_stake, status, "
            "first_seen_at, last_seen_at from quality.findings"
        ).fetchall()
    assert told == [
        (
            "planted",
            "hubspot:deal:1",
            "Deal 1 has a twin. Merge it in CRM.",
            "https://crm.test/4711/1",
            12,
            "new",
            night(0).run_at,
            night(0).run_at,
        )
    ]


def test_a_finding_lives_from_new_to_resolved_and_comes_back(path: Path) -> None:
    statuses = []
    for number, is_wrong in enumerate([True, True, False, False, True, True]):
        checked(path, number, {1: is_wrong, 2: False})
        statuses.append(findings(path)["1"])
    assert statuses == ["new", "open", "resolved", "resolved", "regressed", "open"]


def test_a_finding_keeps_its_first_day_and_its_id(path: Path) -> None:
    seen = set()
    for number in range(3):
        checked(path, number, {1: True})
        with warehouse.connection(path) as opened:
            seen.update(
                opened.execute(
                    "select finding_id, first_seen_at from quality.findings"
                ).fetchall()
            )
    assert len(seen) == 1
    assert next(iter(seen))[1] == night(0).run_at


def test_checking_one_night_twice_changes_nothing(path: Path) -> None:
    for _ in range(2):
        checked(path, 0, {1: True})
        assert findings(path) == {"1": "new"}
    with warehouse.connection(path) as opened:
        assert opened.execute("select count(*) from quality.checks").fetchall() == [
            (1,)
        ]


def test_nothing_examined_is_a_failure_and_resolves_nothing(path: Path) -> None:
    checked(path, 0, {1: True})
    checked(path, 1, {})
    assert findings(path) == {"1": "new"}
    with warehouse.connection(path) as opened:
        judged = opened.execute(
            "select n_rows_examined, n_unexpected, success from quality.checks "
            "where run_id = 'run-1'"
        ).fetchall()
    assert judged == [(0, 0, False)]


def test_nothing_examined_is_right_where_a_claim_says_so(path: Path) -> None:
    write_night(path, night(0), [])
    suite = Suite("planted", (Claim("has_a_twin", "May be empty.", True),))
    assert judge(path, [suite])[0].success


def test_a_claim_is_judged_by_its_own_rows_only(path: Path) -> None:
    suite = Suite("planted", (Claim("a", "First."), Claim("b", "Second.")))
    write_night(path, night(0), [row(1, True, "a"), row(2, False, "a")])
    first, second = judge(path, [suite])
    assert (first.n_rows_examined, len(first.offenders)) == (2, 1)
    assert (second.n_rows_examined, second.success) == (0, False)


def test_every_offender_is_named_however_many_there_are(path: Path) -> None:
    assert checked(path, 0, dict.fromkeys(range(3_000), True)) == 3_000
    assert len(findings(path)) == 3_000


def test_an_accepted_difference_is_not_open_until_its_date_passes(path: Path) -> None:
    folder = path.parent / "rules"
    folder.mkdir()
    until = night(0).as_of + timedelta(days=1)
    (folder / "accepted_differences.csv").write_text(
        "scope_kind,scope_id,driver,until,because,decided_by\n"
        f"record,hubspot:deal:1,planted,{until},It is two deals.,cfo\n"
    )
    assert checked(path, 0, {1: True}) == 0
    assert findings(path) == {"1": "accepted"}
    checked(path, 2, {1: True})
    assert findings(path) == {"1": "open"}


def test_a_check_that_cannot_be_judged_says_so(path: Path) -> None:
    write_night(path, night(0), [row(1, True)])
    broken = Suite(
        "broken",
        (Claim("a", "Has no sentence."),),
        "select 'a' as claim, 1 as sentences",
    )
    with pytest.raises(CheckError, match="broken"):
        judge(path, [broken])


def test_checks_only_read_and_leave_the_file_free(path: Path) -> None:
    write_night(path, night(0), [row(1, True)])
    before = path.read_bytes()
    judge(path, [SUITE])
    assert path.read_bytes() == before
    with warehouse.connection(path, write=True) as opened:
        opened.execute("create table written (a integer)")
