"""A firm that has only files, loaded into a warehouse of its own."""

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from pipelines import raw, warehouse
from pipelines.firm import Connection, Firm
from pipelines.load import Loaded, load
from pipelines.rules import Run
from pipelines.sources.registry import declared


def firm_with_files(tmp_path: Path, **files: str | bytes) -> Firm:
    for place, content in files.items():
        role, _, table = place.partition("__")
        path = tmp_path / "imports" / role / f"{table}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    connections = tuple(
        Connection(role, "imports", f"imports_{role}")
        for role in ("crm", "psa", "accounting", "hr")
    )
    return Firm(
        "A firm of files",
        "USD",
        connections,
        tmp_path,
        time_zone="America/New_York",
        imports_folder=tmp_path / "imports",
    )


def write_workbook(path: Path, **sheets: list[list[object]]) -> Workbook:
    """Write a workbook with these sheets and return it, to be made worse."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return book


@cache
def _empty_warehouse() -> bytes:
    """Return a warehouse with every raw table: to make it takes longer than a load."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "empty.duckdb"
        with warehouse.connection(place, write=True) as opened:
            raw.create_missing(opened, declared())
        return place.read_bytes()


def loaded(firm: Firm, night: str = "1") -> dict[str, Loaded]:
    run = Run(night, datetime(2026, 6, 1, tzinfo=UTC), date(2026, 5, 31), "test")
    place = firm.folder / "night" / "warehouse.duckdb"
    place.parent.mkdir(exist_ok=True)
    if not place.exists():
        place.write_bytes(_empty_warehouse())
    told = load(firm, firm.folder / "night", secrets={}, addresses={}, run=run)
    return {row.table_name: row for row in told}


def asked(firm: Firm, sql: str) -> list[tuple[object, ...]]:
    with warehouse.connection(firm.folder / "night" / "warehouse.duckdb") as opened:
        return opened.execute(sql).fetchall()
