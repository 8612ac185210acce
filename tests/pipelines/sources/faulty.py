"""A connection read from the sandbox, with one fault at one of its answers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import requests

from pipelines import receipts, warehouse, watermarks
from pipelines.fetch import Reading, readings
from pipelines.firm import Connection, Firm
from pipelines.raw import create_missing
from pipelines.run import Run
from pipelines.sandbox.server import VOICES, Served, serve
from pipelines.signing_in import address_of, secrets_of
from pipelines.sources.registry import connector, declared, raw_schema
from tests.pipelines.sandbox.tiny_world import (
    NEW_YEAR,
    TinyWorld,
    account,
    deal,
    employee,
)
from tests.pipelines.sources.faults import Fault

ROLES = {
    "hubspot": "crm",
    "salesforce": "crm",
    "quickbooks": "accounting",
    "xero": "accounting",
    "bamboohr": "hr",
    "personio": "hr",
    "google_sheets": "crm",
}
RUN = Run("night", NEW_YEAR, date(2026, 5, 31), "test")


def world() -> Any:
    named = {"created_at": NEW_YEAR, "updated_at": NEW_YEAR, "is_deleted": False}
    client = {"client_id": "C-1", "client_name": "One", **named}
    project = {"project_id": "P-1", "client_id": "C-1", "project_name": "P", **named}
    customer = {
        "customer_id": "K-1",
        "customer_name": "One",
        "is_active": True,
        **named,
    }
    return TinyWorld(
        crm_accounts=[account(f"A-{n}") for n in range(5)],
        crm_deals=[deal(f"D-{n}", account_id="A-1") for n in range(5)],
        psa_clients=[client],
        psa_projects=[project],
        accounting_customers=[customer],
        hr_employees=[employee(str(n)) for n in range(1000, 1004)],
    )


class Faulty(requests.Session):
    """Passes everything on, except the answers at some places."""

    def __init__(self, *faults: tuple[int, Fault]) -> None:
        super().__init__()
        self.n_answers = 0
        self._faults = dict(faults)
        self._met: Counter[int] = Counter()

    def request(self, *asked: Any, **said: Any) -> requests.Response:  # type: ignore[override]
        true = super().request(*asked, **said)
        fault = self._faults.get(self.n_answers)
        if fault and self._met[self.n_answers] < fault.times:
            self._met[self.n_answers] += 1
            return fault.act(true)
        self.n_answers += 1
        return true


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    with serve(world(), folder, sorted(VOICES)) as found:
        yield found


def read(
    found: Served,
    system: str,
    session: requests.Session,
    before: Sequence[Reading] = (),
    settle: Callable[[Any, str, list[Reading]], None] | None = None,
) -> list[Reading]:
    """Read every table of one system, without any waiting.

    The warehouse already holds what was read ``before``; ``settle`` is handed it with
    its schema and what was read now.
    """
    role = ROLES.get(system, "psa")
    name = f"{system}_{role}" if system == "google_sheets" else system
    connection = Connection(role, system, name)
    folder = found.imports_folder
    firm = Firm(
        "Tiny",
        "USD",
        (connection,),
        folder,
        as_of=date(2026, 5, 31),
        links={system: "sample", name: f"sample-{role}"},
        tokens_file=folder / f"{system}.json",
    )
    module = connector(connection)
    address = address_of(firm, connection, found.addresses)
    client = module.client(
        connection, firm, address, secrets_of(connection, found.secrets)
    )
    session.hooks = client.session.hooks
    client.session, client.sleep = session, lambda seconds: None
    schema = raw_schema(connection)
    tables = {table.name: table for table in declared()[schema]}
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        opened.execute(f"{receipts.TABLES} {watermarks.TABLE}")
        create_missing(opened, {schema: tuple(tables.values())})
        for one in before:
            opened.register("known", one.rows.kept)
            opened.execute(f"insert into {schema}.{one.table.name} from known")
        source = module.source(connection, firm, client)
        found_now = readings(connection, tables, opened, RUN, source)
        if settle:
            settle(opened, schema, found_now)
        return found_now


def content(reading: Reading) -> pa.Table | None:
    """Return the rows of a reading in the order of their keys."""
    if reading.rows is None:
        return None
    kept = reading.rows.kept
    keys = [(name, "ascending") for name in reading.table.key]
    return kept.sort_by(keys)


SYSTEMS = sorted(VOICES)
