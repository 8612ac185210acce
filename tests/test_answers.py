"""Every planted mistake becomes a finding, and nothing else does."""

import re
from collections import defaultdict
from pathlib import Path

import duckdb
import pytest

from pipelines.checks.run import SUITES
from pipelines.firm import read_firm
from pipelines.sandbox.answers import KINDS, SYSTEMS, answers

FIRM = Path(__file__).resolve().parents[1] / "firm.toml"

SUITE_OF = {
    "duplicate_deal": "duplicate_deals",
    "duplicate_project": "duplicate_projects",
    "duplicate_invoice": "duplicate_invoices",
    "edit_after_close": "edits_after_close",
}
"""Mistakes that a suite of another name finds; the others are found by their own."""

Found = dict[str, set[str]]


@pytest.fixture(scope="session")
def planted(published: Path) -> Found:
    """The records that carry each kind of planted mistake.

    QuickBooks empties an invoice that is voided: nothing of it is left in any export.
    """
    sandbox = read_firm(FIRM).sandbox
    assert sandbox
    found: Found = defaultdict(set)
    for answer in answers(sandbox.seed, sandbox.as_of).answers:
        record = f"{SYSTEMS[answer.role]}:{answer.record_type}:{answer.record_id}"
        found[SUITE_OF.get(answer.kind, answer.kind)].add(record)
    with duckdb.connect(str(published), read_only=True) as opened:
        emptied = opened.execute(
            "select invoice_id from marts.invoices "
            "where status = 'void' and reported_accounting_amount = 0"
        ).fetchall()
    found["draft_or_void"] -= {record for (record,) in emptied}
    return found


@pytest.fixture(scope="session")
def found(published: Path) -> Found:
    """The records of each suite's open findings, and of each driver's."""
    by_kind: Found = defaultdict(set)
    with duckdb.connect(str(published), read_only=True) as opened:
        for suite, claim, record in opened.execute(
            "select suite, claim, record_id from quality.findings where status = 'new'"
        ).fetchall():
            kind = claim if claim in KINDS else suite
            by_kind[kind].add(_document(record))
    return by_kind


def _document(record: str) -> str:
    """Return the invoice of a line: the answers speak of documents."""
    line = re.fullmatch(r"(.+):invoice_line:(.+)-[^-]+", record)
    return f"{line[1]}:invoice:{line[2]}" if line else record


@pytest.mark.parametrize("kind", sorted({SUITE_OF.get(kind, kind) for kind in KINDS}))
def test_every_planted_mistake_is_found(
    kind: str, planted: Found, found: Found
) -> None:
    assert planted[kind] - found[kind] == set()


@pytest.mark.parametrize("kind", sorted({SUITE_OF.get(kind, kind) for kind in KINDS}))
def test_nothing_is_found_that_was_not_planted(
    kind: str, planted: Found, found: Found
) -> None:
    assert found[kind] - planted[kind] == set()


def test_no_finding_is_of_a_kind_that_nobody_planted(
    planted: Found, found: Found
) -> None:
    assert set(found) - set(planted) == set()


def test_every_check_examined_something_unless_it_may_have_nothing(
    published: Path,
) -> None:
    with duckdb.connect(str(published), read_only=True) as opened:
        examined = opened.execute(
            "select suite, claim, n_rows_examined from quality.checks"
        ).fetchall()
    assert {(suite, claim) for suite, claim, _ in examined} == {
        (suite.name, claim.key) for suite in SUITES for claim in suite.claims
    }
    may_be_empty = {
        (suite.name, claim.key)
        for suite in SUITES
        for claim in suite.claims
        if claim.may_be_empty
    }
    assert {(suite, claim) for suite, claim, n in examined if n == 0} <= may_be_empty


def test_every_finding_says_who_acts_where_and_what_to_do(published: Path) -> None:
    with duckdb.connect(str(published), read_only=True) as opened:
        findings = opened.execute(
            "select sentence, owner_role, fix_in, money_at_stake, currency_code, "
            "finding_id from quality.findings"
        ).fetchall()
    assert len({finding[-1] for finding in findings}) == len(findings)
    for sentence, owner, fix_in, money, currency, _ in findings:
        assert owner in ("sales", "delivery", "finance", "people")
        assert fix_in in ("crm", "psa", "accounting", "hr", "none")
        assert money >= 0
        assert currency == "USD"
        assert sentence.endswith(".")
        assert not re.search(r"[{}]|  | -\d|None|nan", sentence)
        assert max(len(part.split()) for part in sentence.split(". ")) <= 20, sentence
