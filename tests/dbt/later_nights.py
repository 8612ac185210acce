"""The small firm a night later, and two nights later."""

from tests.dbt.small_firm import Row
from tests.dbt.who_is_who import WORLD, account

FOLDED = ("chain-1", "gone-1", "mother", "tax-1", "round-1")
"""Accounts whose clients a broken rule threw together."""


def _changed(row: Row, names: dict[str, str]) -> Row:
    key = str(row["account_id"])
    tax_id = {"tax_id": "55-5123499"} if key == "alone-1" else {}
    return {**row, "account_name": names.get(key, row["account_name"]), **tax_id}


NEXT: dict[str, list[Row]] = {table: rows[::-1] for table, rows in WORLD.items()}
"""Rows in another order, a client renamed, and a tax id that unites two clients."""
NEXT["crm.accounts"] = [
    _changed(row, {"old": "Selmond Mobility Ltd"}) for row in NEXT["crm.accounts"]
]
NEXT["accounting.customers"] = [
    {**row, "tax_id": "555123499"} if row["customer_id"] == "alone-2" else row
    for row in NEXT["accounting.customers"]
]

THIRD: dict[str, list[Row]] = {
    **NEXT,
    "crm.accounts": [
        *NEXT["crm.accounts"],
        account("stranger", "Ulverholm Packaging AG"),
        account("s0-copy", "Torvane Instruments Ltd", domain="torvane.example"),
    ],
}
"""A stranger, and a copy of a record that was there."""
