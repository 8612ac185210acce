"""Files: any firm's exports as a source, in the columns of the common model.

Loads into raw_imports_<role> every table of the role: `<imports>/<role>/<table>.csv`,
`.parquet` or `.xlsx`, or `<imports>/<role>.xlsx` with one sheet per table, with the
folder that `[imports]` of firm.toml names. A firm that keeps files of several companies
has `<imports>/<role>_<company>/` for each. Files beside an API
(`beside = "birdview"`) carry that connection's name, because they speak of its ids.
A file is the whole truth about its table every night: rows that leave it are gone.
A table without a file has no rows.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.common_model import ROLES, Table
from pipelines.common_model import TABLES as COMMON_TABLES
from pipelines.firm import Connection, Firm, FirmError
from pipelines.sources import Page, RawTable, Reader, Source, TableError, Unknown
from pipelines.sources.files.headers import HeaderError, forgiven
from pipelines.sources.files.places import Found, Place, look
from pipelines.sources.files.tables import FileRows, read_rows

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
        may_be_empty=True,
        is_restricted=table.is_restricted,
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
    """Return a reader for every table that has a file.

    Raises FirmError when the folder of all files is not there: an empty firm would be
    taken for the truth.
    """
    if not firm.imports_folder.is_dir():
        raise FirmError(
            f"{firm.imports_folder} is not a folder. Name the folder of your files "
            "under [imports] of firm.toml, relative to it."
        )
    tables = {t.name: t for t in COMMON_TABLES if t.role == connection.role}
    found = look(client, tables)
    for stranger in found.strangers:
        near = get_close_matches(forgiven(Path(stranger).stem), tables, n=1)
        advice = f"Perhaps {near[0]} is meant" if near else "Rename or remove it"
        LOG.warning("%s is named like no table: not read. %s.", stranger, advice)
    read = partial(
        read_rows, zone=ZoneInfo(firm.time_zone), decimal=firm.imports_decimal
    )
    return {
        name: _reader(connection, table, found, read)
        for name, table in tables.items()
        if name in found.places or name in found.problems
    }


def _reader(
    connection: Connection,
    table: Table,
    found: Found,
    read_rows: Callable[[Place, Table], FileRows],
) -> Reader:
    def read(since: datetime | None) -> Iterator[Page]:
        try:
            place = found.place(table.name)
            rows = read_rows(place, table)
        except HeaderError as error:
            raise TableError(connection.name, table.name, str(error)) from error
        yield from pages(str(place), rows, table)

    return read


def pages(place: str, rows: FileRows, table: Table) -> Iterator[Page]:
    """Yield the rows that can be loaded, then those that were set aside."""
    if rows.extras:
        said = ", ".join(rows.extras)
        LOG.warning("%s: unknown columns were not loaded: %s.", place, said)
    if rows.note:
        LOG.warning("%s %s.", place, rows.note)
    yield _keyed(rows.rows, table)
    yield from rows.told
    yield from map(Unknown, rows.extras)


def _keyed(rows: pa.Table, table: Table) -> pa.Table:
    """Return ``rows`` without nulls in the key: a payment may settle no invoice."""
    for name in table.key:
        if rows[name].null_count:
            at = rows.schema.get_field_index(name)
            rows = rows.set_column(at, name, pc.fill_null(rows[name], ""))
    return rows
