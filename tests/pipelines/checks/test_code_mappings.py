"""A code counts as something, or is told as one that does not."""

from pathlib import Path

import duckdb
from planted import Planted

CRM = {"source_system": "hubspot"}
BOOKS = {"source_system": "quickbooks"}


def test_each_code_is_mapped_by_rule_or_left_open(tmp_path: Path) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.rows("rules.stages", [CRM | {"stage": "won!", "meaning": "won"}])
    stages = [("1", "won!", True), ("2", "talk", False), ("3", "gone", True)]
    planted.common(
        "crm",
        "deals",
        [CRM | {"deal_id": n, "stage": s, "is_closed": c} for n, s, c in stages],
    )
    planted.common(
        "crm",
        "deal_lines",
        [CRM | {"deal_line_id": c, "service_code": c} for c in ("one", "two", "none")],
    )
    planted.common(
        "accounting",
        "invoice_lines",
        [
            BOOKS | {"invoice_line_id": f"{c}{a}", "service_code": c, "account_code": a}
            for c, a in (("one", "4000"), ("two", "4000"), ("two", "4100"))
        ],
    )
    kinds = [("4000", "revenue"), ("9000", "other")]
    planted.rows(
        "int_accounts__kinded",
        [BOOKS | {"account_code": c, "account_kind": k} for c, k in kinds],
    )
    posted = BOOKS | {"journal_line_id": "j", "account_code": "9000"}
    planted.common("accounting", "journal_lines", [posted])
    planted.build("code_mappings")

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        told = opened.execute(
            "select code, mapped_to, n_records, is_mapped "
            "from intermediate.code_mappings"
        ).fetchall()
    assert {code: rest for code, *rest in told} == {
        "won!": ["won", 1, True],
        "talk": ["open", 1, True],
        "gone": [None, 1, False],
        "4000": ["revenue", 0, True],
        "9000": [None, 1, False],
        "one": ["4000", 1, True],
        "two": [None, 1, False],
        "none": [None, 1, False],
    }
