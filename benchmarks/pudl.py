"""Companies of PUDL, a hand-made map between two systems, as records and truth.

The folder holds `utility_id_pudl.csv` (Catalyst Cooperative, CC-BY-4.0). FERC's
respondents stand for accounts of a CRM, EIA's utilities for customers of the books.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.dbt.small_firm import Row

FILE = "utility_id_pudl.csv"
Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Companies:
    """Records by table of the common model, and which of both systems are one.

    A record that the map knows by two names has both, the later as its legal name.
    Only respondents of FERC whose utility is known to EIA are records: of the others
    nobody said that they are in no other system.
    """

    world: dict[str, list[Row]]
    truth: Pairs


def companies(folder: Path) -> Companies:
    """Read the map. Raises FileNotFoundError that names the file when it is missing."""
    file = folder / FILE
    if not file.exists():
        raise FileNotFoundError(f"{file} is missing. Name the folder that holds it.")
    with duckdb.connect() as opened:
        opened.execute(
            "create table told as select row_number() over () as position, * "
            f"from read_csv('{file}', all_varchar = true)"
        )
        for side in ("ferc1", "eia"):
            opened.execute(
                f"create table {side} as select utility_id_pudl as company, "
                f"utility_id_{side} as id, position, "
                f"replace(utility_name_{side}, ' (pudl determined)', '') as name "
                f"from told where utility_id_{side} is not null "
                f"and utility_name_{side} is not null"
            )
        truth = opened.execute(
            "select distinct ferc1.id, eia.id from ferc1 inner join eia using (company)"
        ).fetchall()
        known = {ferc for ferc, _ in truth}
        accounts, customers = (
            opened.execute(
                "select id, min_by(name, position), max_by(name, position) "
                f"from {side} group by id order by id"
            ).fetchall()
            for side in ("ferc1", "eia")
        )
    return Companies(
        {
            "crm.accounts": [
                {"account_id": key, "account_name": name, "legal_name": other}
                for key, name, other in accounts
                if key in known
            ],
            "accounting.customers": [
                {"customer_id": key, "customer_name": name, "legal_name": other}
                for key, name, other in customers
            ],
        },
        {
            (f"hubspot:account:{ferc}", f"quickbooks:customer:{eia}")
            for ferc, eia in truth
        },
    )
