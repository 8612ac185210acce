"""Files: any firm's exports as a source, in the columns of the common model.

Loads into raw_imports_<role> every table of the role: `<imports>/<role>/<table>.csv` or
`.parquet`, with the folder that `[imports]` of firm.toml names. A firm that keeps files
of several companies has `<imports>/<role>_<company>/` for each. Files beside an API
(`beside = "birdview"`) carry that connection's name, because they speak of its ids.
A file is the whole truth about its table every night: rows that leave it are gone.
Excel workbooks are not read yet: save each sheet as CSV UTF-8.
"""

import logging
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import ROLES, Table
from pipelines.common_model import TABLES as COMMON_TABLES
from pipelines.firm import Connection, Firm, FirmError
from pipelines.sources import Page, RawTable, Reader, Rejected, Source, TableError
from pipelines.sources.files.headers import HeaderError
from pipelines.sources.files.sheets import find_file
from pipelines.sources.files.tables import read_rows

LOG = logging.getLogger(__name__)
SECRETS: tuple[str, ...] = ()
BASE_ADDRESS = ""
DECIMALS = ("money", "unit", "rate", "share", "percent")


def raw_table(table: Table) -> RawTable:
    """Return how the rows of one common table are stored before staging."""
    return RawTable(
        table.name,
        {c.name: "decimal" if c.kind in DECIMALS else c.kind for c in table.columns},
        table.key,
        is_complete_list=True,
    )


TABLES: Mapping[str, tuple[RawTable, ...]] = {
    role: tuple(raw_table(table) for table in COMMON_TABLES if table.role == role)
    for role in ROLES
}


def client(
    connection: Connection, firm: Firm, address: str, secrets: Mapping[str, str]
) -> Path:
    """Return the folder of one connection's files; nobody has to sign in."""
    is_own = connection.company and not connection.beside
    name = f"{connection.role}_{connection.company}" if is_own else connection.role
    return firm.imports_folder / name


def source(connection: Connection, firm: Firm, client: Path) -> Source:
    """Return a reader for every table that has a file."""
    _refuse_workbooks(connection, client)
    if not client.is_dir():
        return {}
    zone = ZoneInfo(firm.time_zone)
    return {
        table.name: _reader(connection, client, table, zone)
        for table in COMMON_TABLES
        if table.role == connection.role and _exists(client, table)
    }


def _exists(folder: Path, table: Table) -> bool:
    return any((folder / f"{table.name}{s}").exists() for s in (".csv", ".parquet"))


def _reader(
    connection: Connection, folder: Path, table: Table, zone: ZoneInfo
) -> Reader:
    def read(since: datetime | None) -> Iterator[Page]:
        try:
            path = find_file(folder, table.name)
            if path is None:
                return
            found = read_rows(path, table, zone)
        except HeaderError as error:
            raise TableError(connection.name, table.name, str(error)) from error
        if found.extras:
            said = ", ".join(found.extras)
            LOG.warning("%s: unknown columns were not loaded: %s.", path, said)
        yield _keyed(found.rows, table)
        for row in found.set_aside:
            yield Rejected(
                str(path), row.row_number, row.row_key, row.reason_code, row.reason
            )

    return read


def _keyed(rows: pa.Table, table: Table) -> pa.Table:
    """Return ``rows`` without nulls in the key: a payment may settle no invoice."""
    for name in table.key:
        if rows[name].null_count:
            at = rows.schema.get_field_index(name)
            rows = rows.set_column(at, name, pc.fill_null(rows[name], ""))
    return rows


def _refuse_workbooks(connection: Connection, folder: Path) -> None:
    books = [*folder.glob("*.xlsx"), *folder.parent.glob(f"{connection.role}.xlsx")]
    if books:
        raise FirmError(
            f"{books[0]} is a workbook, which cannot be read yet. Save each sheet as "
            f"CSV UTF-8 in {folder}, named after its table."
        )
