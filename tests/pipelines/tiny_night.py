"""A night with tiny steps in place of load, transform and check; the rest is real."""

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.beginning import Order
from pipelines.firm import Connection, Firm
from pipelines.generations import generations, published
from pipelines.nightly import nightly
from pipelines.rules import Run
from pipelines.steps import Steps
from pipelines.terminal import Terminal
from pipelines.transform import Transformed
from pipelines.warehouse import connection


@dataclass(frozen=True)
class Table:
    source_system: str
    table_name: str
    n_read: int
    n_loaded: int
    n_quarantined: int
    is_complete: bool
    problem: str = ""


class Heard(Terminal):
    """A terminal that keeps what it was told."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())

    @property
    def text(self) -> str:
        return self.stream.getvalue()  # type: ignore[attr-defined,no-any-return]


def firm_called(name: str = "Tiny Firm", **facts: Any) -> Firm:
    return Firm(
        name=name,
        reporting_currency="USD",
        connections=(Connection("crm", "hubspot", "hubspot"),),
        folder=Path("/nowhere"),
        as_of=date(2026, 5, 31),
        **facts,
    )


def order(
    build: Path, *, n_deals: int = 3, firm: Firm | None = None, **steps: Any
) -> Order:
    return Order(
        firm or firm_called(), build, None, tiny_steps(n_deals, **steps), Heard()
    )


def tiny_steps(n_deals: int, *, is_complete: bool = True, **instead: Any) -> Steps:
    """Return steps over `n_deals` deals; the night's own state shows in the marts."""

    def load(firm: Firm, generation: Path, run: Run) -> list[Table]:
        state = generation / "dlt" / "state.txt"
        state.parent.mkdir(exist_ok=True)
        n_nights = int(state.read_text()) + 1 if state.exists() else 1
        state.write_text(str(n_nights))
        with connection(generation / "warehouse.duckdb", write=True) as opened:
            opened.execute("create schema if not exists raw_tiny")
            opened.execute(
                "create or replace table raw_tiny.deals as select 'hubspot' as "
                "connection, range as id, (100 * range)::decimal(18, 2) as price, "
                f"'{run.run_id}' as _dlt_load_id from range({n_deals}) "
                "order by random()"
            )
        return [Table("hubspot", "deals", n_deals, n_deals, 0, is_complete)]

    def transform(warehouse: Path, scratch: Path) -> Transformed:
        with connection(warehouse, write=True) as opened:
            opened.execute("create schema if not exists marts")
            opened.execute(
                "create table if not exists marts.deal_ids (deal_id integer, id bigint)"
            )
            opened.execute(
                "insert into marts.deal_ids select (select count(*) "
                "from marts.deal_ids) + row_number() over (order by id desc), id "
                "from raw_tiny.deals "
                "where id not in (select id from marts.deal_ids)"
            )
            opened.execute(
                "create or replace table marts.deals as select deal_id, "
                "price as frozen_amount, "
                "run_id from raw_tiny.deals join marts.deal_ids using (id), rules.firm"
            )
            opened.execute(
                "comment on column marts.deals.frozen_amount is 'What it''s sold for.'"
            )
            opened.execute(
                "create or replace view marts.deal_prices as "
                'select deal_id, frozen_amount from "warehouse"."marts"."deals"'
            )
            opened.execute(
                "create or replace table marts.people as select 1 as person_id, "
                "'Ada' as person_name, 90.00 as cost_rate"
            )
        return Transformed(n_models=4, n_tests=1)

    def check(firm: Firm, warehouse: Path, run: Run) -> int:
        with connection(warehouse, write=True) as opened:
            opened.execute("create schema if not exists quality")
            opened.execute(
                "create table if not exists quality.findings (finding_id varchar, "
                "last_seen_at timestamp, source_record_type varchar, suite varchar)"
            )
            opened.execute("delete from quality.findings")
            opened.execute(
                "insert into quality.findings values ('tiny', ?, null, 'tiny')",
                [run.run_at.replace(tzinfo=None)],
            )
        return 1

    return Steps(**{"load": load, "transform": transform, "check": check, **instead})


def nights(build: Path, *numbers_of_deals: int) -> None:
    for n_deals in numbers_of_deals:
        assert nightly(order(build, n_deals=n_deals)) == 0


def number(build: Path) -> int:
    now = published(build)
    assert now
    return now.number


def numbers(build: Path) -> list[int]:
    return [kept.number for kept in generations(build)]


def analysts(build: Path) -> Path:
    now = published(build)
    assert now
    return now.folder / "analysts.duckdb"
