"""Fifty ways to be malformed: each ends with its own code, and no cent is lost."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines import receipts, warehouse
from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.quarantine import set_down
from pipelines.sandbox.speaks import Response
from pipelines.sources import PassingError, RawTable, Rejected, columns
from pipelines.sources.reason_codes import REASONS
from pipelines.sources.rows import read
from tests.pipelines.sources.estate import RUN
from tests.pipelines.sources.firm_of_files import asked, firm_with_files, loaded
from tests.pipelines.sources.hearing import client_of
from tests.pipelines.sources.malformed import FILES, PAGES, RECORDS

TABLE = RawTable(
    "deals",
    columns("id name amount:decimal is_won:boolean due:date at:timestamp"),
    key=("id",),
)
PROJECTS = "project_id,client_id,project_name,billing_type\nP1,C1,Audit,fixed_fee\n"


def told_by_an_api(record: str) -> Any:
    body = f'{{"results": [{record}, {{"id": "2", "amount": "50.00"}}]}}'
    client, _, _ = client_of([Response(200, body.encode("utf-8", "surrogatepass"))])
    return read(TABLE, "crm", [client.get("/deals", "deals")["results"]])


def test_every_code_of_the_list_has_its_example() -> None:
    assert len(REASONS) == 50
    assert RECORDS.keys() | FILES.keys() | PAGES.keys() == REASONS.keys()


@pytest.mark.parametrize("code", RECORDS)
def test_a_malformed_record_ends_with_its_own_code(code: str) -> None:
    rows = told_by_an_api(RECORDS[code])
    (told,) = (*rows.rejected, *rows.flagged)
    assert (told.reason_code, told.is_loaded) == (code, REASONS[code].is_loaded)
    assert rows.n_read == 2 == rows.kept.num_rows + len(rows.rejected)
    assert Decimal(50) in rows.kept["amount"].to_pylist()
    assert conserved(told, rows.kept["amount"].to_pylist())


def conserved(told: Rejected, amounts: list[Decimal]) -> bool:
    """Say whether what was told keeps the amount that did not arrive."""
    said = json.loads(told.payload).get("amount")
    return told.is_loaded == (len(amounts) == 2) and said is not None


@pytest.mark.parametrize("code", FILES)
def test_a_malformed_row_of_a_file_ends_with_its_own_code(tmp_path, code) -> None:
    place, header, rows = FILES[code]
    role, _, table = place.partition(".")
    files = {f"{role}__{table}": f"{header}\n{rows}\n"}
    firm = firm_with_files(tmp_path, **{"psa__projects": PROJECTS} | files)
    told = loaded(firm)[table]
    assert told.n_read == told.n_loaded + told.n_quarantined + told.n_duplicate
    codes = asked(
        firm, "select distinct reason_code, is_loaded from quality.quarantine"
    )
    assert codes == [(code, REASONS[code].is_loaded)]
    assert told.n_quarantined == (0 if REASONS[code].is_loaded else 1)
    (payload,) = asked(firm, "select payload from restricted.quarantine limit 1")
    assert json.loads(payload[0])


@pytest.mark.parametrize("code", PAGES)
def test_an_answer_without_records_ends_its_source_with_its_code(code: str) -> None:
    client, _, _ = client_of([Response(200, PAGES[code])] * 6)
    with pytest.raises(PassingError) as ended:
        client.get("/deals", "deals")
    assert ended.value.code == code


def test_an_answer_that_ended_a_source_is_in_quarantine_with_its_code() -> None:
    ended = PassingError("crm", "deals", "the answer is not complete JSON")
    ended.code, ended.table = "json_truncated", TABLE.name
    connection = Connection("crm", "hubspot", "crm")
    reading = Reading(connection, TABLE, None, 0.0, str(ended), ended=ended)
    other = replace(reading, table=replace(TABLE, name="companies"))
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        opened.execute(receipts.TABLES)
        for one in (reading, other):
            set_down(opened, one, RUN)
        told = opened.sql(
            "select source_system, table_name, reason_code, reason, row_number, "
            "is_loaded from quality.quarantine"
        ).fetchall()
    code = "json_truncated"
    assert told == [("crm", TABLE.name, code, str(ended), None, False)]


def test_money_of_all_rows_is_loaded_or_set_aside_to_the_cent(tmp_path) -> None:
    amounts = [Decimal(n) * Decimal("10.01") for n in range(40)]
    rows = [
        f"D{n},{'' if n % 3 else 'P1'},{amount},{'EUR' if n % 5 else 'XYZ'}"
        for n, amount in enumerate(amounts)
    ]
    header = FILES["amount_empty"][1]
    text = "\n".join([header, *rows, ""])
    firm = firm_with_files(tmp_path, crm__deal_shares=text)
    told = loaded(firm)["deal_shares"]
    assert told.n_loaded and told.n_quarantined
    (sums,) = asked(
        firm,
        "select (select sum(share_amount) from raw_imports_crm.deal_shares) + "
        "(select sum((payload ->> 'share_amount')::decimal(18, 2)) "
        "from restricted.quarantine)",
    )
    assert sums[0] == sum(amounts)
