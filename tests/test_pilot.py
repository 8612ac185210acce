"""A pilot shows its clients whole and to the cent, and nothing of the others."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.audiences import AUDIENCES
from pipelines.firm import FirmError
from pipelines.publish import publish
from pipelines.transform import transform
from pipelines.warehouse import connection

SCOPE = (("client", "core ltd"),)
"""Core's bills lie with another client, and another client's lie with Core."""

IDS = {
    "clients": "client_id",
    "client_records": "record_id",
    "legal_entities": "legal_entity_id",
    "projects": "project_id",
    "project_records": "record_id",
    "deals": "deal_id",
    "invoices": "invoice_id",
    "invoice_lines": "invoice_line_id",
    "payments": "payment_id",
}
TOTALS = (
    "select anchor, anchor_amount from marts.revenue_anchors "
    "where scope_kind = 'firm' and period = 'to_date'"
)


@pytest.fixture(scope="module")
def pilot(sample_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Limit the sample's night to one client; return the folder of its files."""
    folder = tmp_path_factory.mktemp("pilot")
    path = folder / "warehouse.duckdb"
    shutil.copy((sample_build / "current").resolve() / "warehouse.duckdb", path)
    with connection(path, write=True) as opened:
        opened.executemany("insert into rules.scope values (?, ?)", SCOPE)
    transform(path, folder / "dbt", select="int_clients__scoped+")
    publish(path, folder, scope=SCOPE)
    return folder


def test_no_name_and_no_id_of_another_client_is_in_any_file(pilot: Path) -> None:
    others = strangers(pilot / "warehouse.duckdb")
    assert len(others) > 5000
    for audience in AUDIENCES:
        assert told(pilot / f"{audience}.duckdb", others) == []


def strangers(path: Path) -> set[str]:
    """Return names and ids that only clients outside the scope have.

    A record that moves a number of a client is that client's too, whoever it lies with.
    """
    shown = "client_id in (select client_id from intermediate.int_clients__scoped)"
    names = "select client_id, {name} from marts.{table}"
    asked = [(table, column) for table, column in IDS.items()]
    asked += [("client_records", "record_name"), ("projects", "project_name")]
    asked += [("revenue_contributions", "record_id")]
    with connection(path) as opened:
        found: dict[bool, set[str]] = {True: set(), False: set()}
        for table, column in asked:
            for is_shown, value in opened.execute(
                f"select {shown}, {column} from "
                f"({names.format(name=column, table=table)}) "
                "where client_id is not null"
            ).fetchall():
                found[is_shown].add(value)
        (firm,) = opened.execute("select firm_name from rules.firm").fetchone() or ("",)
    # The firm is a client of itself.
    return {v for v in found[False] - found[True] if v and v not in firm}


def told(path: Path, others: set[str]) -> list[tuple[str, str]]:
    """Return each column that holds one of ``others``, as a word of its text."""
    found = []
    with connection(path) as opened:
        columns = opened.execute(
            "select schema_name || '.' || table_name, column_name "
            "from duckdb_columns() where not internal and data_type like 'VARCHAR%'"
        ).fetchall()
        for table, column in columns:
            texts = opened.execute(
                f'select distinct "{column}" from {table}'
            ).fetchall()
            every = "\n".join(text for (text,) in texts if text)
            words = set(re.findall(r"[\w:.@-]*\w", every)) | set(every.splitlines())
            near = {name for name in others if " " in name and name in every}
            found += [(f"{table}.{column}", name) for name in near | (words & others)]
    return found


def test_what_is_shown_and_what_is_left_out_is_the_firm(
    pilot: Path, published: Path
) -> None:
    with connection(published) as opened:
        whole = dict(opened.execute(TOTALS).fetchall())
        assert opened.execute("select * from marts.pilot_totals").fetchall() == []
    with connection(pilot / "analysts.duckdb") as opened:
        shown = dict(opened.execute(TOTALS).fetchall())
        parts = opened.execute(
            "select anchor, shown_amount, left_out_amount, n_clients, "
            "n_clients_left_out from marts.pilot_totals"
        ).fetchall()
    assert {anchor: here for anchor, here, *_ in parts if here} == {
        anchor: amount for anchor, amount in shown.items() if amount
    }
    assert {anchor: here + there for anchor, here, there, *_ in parts} == whole
    assert {(n, others > 40) for *_, n, others in parts} == {(1, True)}
    assert shown["expected"] == Decimal("73000.00")


def test_a_client_that_is_shown_is_shown_as_ever(pilot: Path, published: Path) -> None:
    for table, columns in {
        "revenue_bridge": "*",
        "revenue_anchors": "*",
        "kpis": "*",
        "revenue_bridge_evidence": "* exclude (source_url)",
    }.items():
        asked = f"select {columns} from marts.{table} where scope_id = ? order by all"
        with connection(pilot / "analysts.duckdb") as opened:
            (core,) = opened.execute("select client_id from marts.clients").fetchone()
            here = opened.execute(asked, [core]).fetchall()
        with connection(published) as opened:
            assert here == opened.execute(asked, [core]).fetchall() != []


def test_a_name_that_nobody_has_ends_the_night(pilot: Path, tmp_path: Path) -> None:
    with pytest.raises(FirmError, match="names Croe Ltd: no client and no team"):
        publish(pilot / "warehouse.duckdb", tmp_path, scope=[("client", "Croe Ltd")])
