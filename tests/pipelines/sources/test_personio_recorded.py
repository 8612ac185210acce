"""Recorded answers of Personio's version 1 load without loss."""

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.firm import Firm
from pipelines.sandbox.speaks import Request
from pipelines.sandbox.speaks.wire import answer
from pipelines.sources import personio
from pipelines.sources.personio_sign_in import error_in
from pipelines.sources.rows import read as rows_read
from tests.pipelines.sources.hearing import client_of
from tests.pipelines.sources.personio_account import HR, token_of

VENDOR = Path(os.environ.get("VENDOR_ANSWERS", "absent")) / "personio"


class Recorded:
    """Answers with the recorded pages of the vendor folder."""

    def __init__(self) -> None:
        self.people = json.loads((VENDOR / "json_dict_employees.json").read_text())
        self.absences = json.loads((VENDOR / "json_dict_absence_alan.json").read_text())

    def answer(self, request: Request) -> Any:
        if request.path == "/v1/auth":
            return answer({"success": True, "data": {"token": "a token"}})
        is_people = request.path.endswith("/employees")
        return answer(self.people if is_people else self.absences)


@pytest.mark.skipif(
    not VENDOR.is_dir(), reason="VENDOR_ANSWERS names no folder of recorded answers"
)
def test_recorded_pages_load_without_loss() -> None:
    voice = Recorded()
    token = token_of(voice)
    client, _, _ = client_of(voice, token, error_in=error_in)
    firm = Firm("Tiny", "EUR", (HR,), Path(), as_of=date(2026, 5, 31))
    source = personio.source(HR, firm, client)
    tables = {table.name: table for table in personio.TABLES}
    read = {n: rows_read(tables[n], "hr", reader(None)) for n, reader in source.items()}
    rejected = [(r.row_key, r.reason_code) for t in read.values() for r in t.rejected]
    # Ada Lovelace was hired in 1835: set aside, with the reason.
    assert {code for _, code in rejected} == {"date_1900_or_0001"}
    assert {key.partition("/")[0] for key, _ in rejected} == {"2040614"}
    assert read["employees"].n_read == len(voice.people["data"])
    assert read["employees"].kept.num_rows == len(voice.people["data"]) - 1
    told = read["time_offs"].kept.to_pylist()
    periods = [row["attributes"] for row in voice.absences["data"]]
    assert {row["id"] for row in told} == {str(one["id"]) for one in periods}
    assert sum(row["share"] for row in told) == sum(
        Decimal(str(one["days_count"])) for one in periods
    )
