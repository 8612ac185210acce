"""A tiny firm with a CRM and an HR system, loaded as a night would load it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines import warehouse
from pipelines.firm import Connection, Firm
from pipelines.load import Loaded, load
from pipelines.run import Reread, Run
from pipelines.sandbox.server import Served, serve
from tests.pipelines.sandbox.tiny_world import (
    TinyWorld,
    account,
    employee,
)

CRM = Connection("crm", "hubspot", "hubspot")
HR = Connection("hr", "bamboohr", "bamboohr")
FIRM = Firm("Tiny", "USD", (CRM, HR), Path())
NIGHT = datetime(2026, 6, 1, 2)


@contextmanager
def served(tmp_path: Path, *deals: dict[str, Any]) -> Iterator[Served]:
    """Serve a firm with one client, one employee and these deals."""
    world: Any = TinyWorld(
        crm_accounts=[account()], crm_deals=list(deals), hr_employees=[employee()]
    )
    with serve(world, tmp_path / "files", ["hubspot", "bamboohr"]) as found:
        yield found


def load_night(
    tmp_path: Path,
    *deals: dict[str, Any],
    night: int = 1,
    reread: Reread | None = None,
    **secrets: str,
) -> dict[str, Loaded]:
    """Load one night and return what became of each table."""
    tmp_path.mkdir(exist_ok=True)
    at = NIGHT + timedelta(days=night)
    run = Run(f"night-{night}", at, NIGHT.date(), "test", reread)
    with served(tmp_path, *deals) as firm:
        loaded = load(
            FIRM,
            tmp_path,
            secrets={**firm.secrets, **secrets},
            addresses=firm.addresses,
            run=run,
        )
    return {f"{one.source_system}.{one.table_name}": one for one in loaded}


def ask(tmp_path: Path, question: str) -> list[Any]:
    with warehouse.connection(tmp_path / "warehouse.duckdb", write=True) as opened:
        return opened.sql(question).fetchall()
