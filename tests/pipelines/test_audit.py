"""The quarterly audit says what the published tables say, and runs no formula."""

import csv
import json
import shutil
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipelines.audit import Audit, Listed, audit
from pipelines.audit_page import page
from pipelines.audit_sections import SECTIONS, Section
from pipelines.warehouse import connection

COUNTS = {
    "duplicated_clients": "select count(*), sum(money_at_stake) from quality.findings "
    "where suite = 'duplicate_clients' and status in ('new', 'open', 'regressed')",
    "off_owner_edits": "select count(*), sum(money_at_stake) "
    "from marts.off_owner_edits",
    "sync_loops": "select count(*), sum(money_at_stake) from marts.sync_loops",
    "late_handoffs": "select count(*), sum(money_at_stake) from marts.handoffs "
    "where state in ('late', 'missing')",
    "reporting_differences": "select count(*), sum(abs(step_amount)) "
    "from marts.revenue_bridge where scope_kind = 'firm' and period = 'to_date' "
    "and driver_class in ('F', 'U')",
}


@pytest.fixture(scope="module")
def copied(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of its own, beside the one that all tests share."""
    build = tmp_path_factory.mktemp("audited") / "build"
    (build / "generations").mkdir(parents=True)
    now = (sample_build / "current").resolve()
    (build / "generations" / now.name).symlink_to(now)
    (build / "current").symlink_to(Path("generations") / now.name)
    return build


@pytest.fixture(scope="module")
def folder(copied: Path) -> Path:
    before = copied / "audits" / "2026-02-28"
    before.mkdir(parents=True)
    gone = {section.name: [] for section in SECTIONS} | {"sync_loops": ["gone"]}
    (before / "items.json").write_text(json.dumps(gone))
    return audit(copied)


def summary(book: Workbook) -> dict[str, tuple[object, ...]]:
    rows = list(book["summary"].iter_rows(min_row=7, values_only=True))
    return dict(zip((s.name for s in SECTIONS), rows, strict=True))


def test_the_numbers_of_the_workbook_are_those_of_the_marts(
    copied: Path, folder: Path
) -> None:
    book = load_workbook(folder / "audit.xlsx")
    told = summary(book)
    with connection((copied / "current").resolve() / "analysts.duckdb") as opened:
        for name, query in COUNTS.items():
            n_rows, amount = opened.execute(query).fetchone() or (0, None)
            assert told[name][2] == n_rows
            assert Decimal(str(told[name][3])) == (amount or 0)
            assert book[name].max_row == n_rows + 1
    assert told["mismatched_projects"][2] > 0


def test_it_says_what_is_new_and_what_is_gone_since_the_last_audit(
    folder: Path,
) -> None:
    told = summary(load_workbook(folder / "audit.xlsx"))
    n_loops = told["sync_loops"][2]
    assert told["sync_loops"][4:] == (1, n_loops - 1, n_loops, 1)
    assert "Changes are since the audit of 2026-02-28." in (
        folder / "audit.html"
    ).read_text(encoding="utf-8")


def test_an_audit_of_the_same_day_is_compared_with_the_same_one(
    copied: Path, folder: Path
) -> None:
    before = (folder / "audit.html").read_bytes()
    assert audit(copied) == folder
    assert (folder / "audit.html").read_bytes() == before


def test_no_text_becomes_a_tag() -> None:
    section = Section("late_handoffs", "Which handoffs are late?", "handoffs", "")
    columns = ("item", "sentence", "amount_at_stake", "since_last_audit")
    rows = [("<script>x</script>",) * 2 + (Decimal(-5), "new")]
    listed = Listed(section, columns, rows, None, 0, 0)
    told = page(Audit("<b>Acme", "USD", date(2026, 5, 31), 1, None, (listed,)))
    assert "<script" not in told and "<b>Acme" not in told


def test_it_opens_in_libreoffice(folder: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not here; `make office` installs it on Debian.")
    subprocess.run(
        [
            *(office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", "csv", "--outdir", str(tmp_path)),
            str(folder / "audit.xlsx"),
        ],
        check=True,
        timeout=180,
        capture_output=True,
    )
    with (tmp_path / "audit.csv").open(encoding="utf-8", newline="") as opened:
        told = {row[0]: row[1:4] for row in csv.reader(opened) if row}
    book = summary(load_workbook(folder / "audit.xlsx"))
    for section in SECTIONS:
        counts, n_items, amount = told[section.title]
        _, _, wanted_items, wanted_amount, *_ = book[section.name]
        assert counts == section.counts
        assert (int(n_items), Decimal(amount.replace(",", ""))) == (
            wanted_items,
            round(Decimal(str(wanted_amount)), 2),
        )
