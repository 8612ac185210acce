"""The quarterly audit says what the published tables say, and runs no formula."""

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
from pipelines.audit_workbook import write_workbook
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
HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@sum(a1)",
    "\t=1",
    "\r=1",
    " =1",
    "=cmd|' /c'!a0",
    "'=1",
)


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


def hostile() -> Audit:
    section = Section("late_handoffs", "Which handoffs are late?", "handoffs", "")
    rows = [
        (text, text, Decimal(-5), "new") for text in (*HOSTILE, "<script>x</script>")
    ]
    columns = ("item", "sentence", "amount_at_stake", "since_last_audit")
    listed = Listed(section, columns, rows, None, 0, 0)
    return Audit("=Acme", "USD", date(2026, 5, 31), 1, None, (listed,))


def test_no_text_becomes_a_formula_or_a_tag(tmp_path: Path) -> None:
    write_workbook(hostile(), tmp_path / "audit.xlsx")
    book = load_workbook(tmp_path / "audit.xlsx")
    kinds = {c.data_type for sheet in book for row in sheet for c in row}
    assert kinds <= {"s", "n", "d"}
    assert book["late_handoffs"]["C2"].value == -5
    assert "<script" not in page(hostile())


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
    written = (tmp_path / "audit.csv").read_text(encoding="utf-8")
    for section in SECTIONS:
        assert section.title in written
