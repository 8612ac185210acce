"""A firm of many small contracts, taken through the bridge, and questions to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from pipelines.rules import Run
from tests.dbt.revenue.contract import Contract, Row
from tests.dbt.revenue.ledger import CLOSING, LATE, profit_and_loss
from tests.dbt.revenue.places import SUCCESSION
from tests.dbt.small_firm import SELECTED, ask, resolve

REVENUE = " ".join(
    (
        *(SELECTED, "resource_type:seed", "path:models/intermediate/calendar"),
        *("path:models/intermediate/revenue", "path:models/marts/revenue"),
        "path:models/marts/core int_bookings__dated int_contracts__dated",
        "int_days_off__listed capacity int_staffing__*",
    )
)
FIRM = Path(__file__).with_name("firm.toml")
RATES = {"EUR": "1.10", "CHF": "1.10", "GBP": "1.25"}
CRM_RATES = RATES | {"CHF": "1.12"}

Steps = Mapping[str, Decimal]
KEY = "split_part(source_record_id, '-', 1) as key"
KEYS = {
    "company": "select company_id as scope_id, 'ourselves' as key from marts.companies",
    "client": f"select distinct client_id as scope_id, {KEY} from marts.client_records "
    "where source_system = 'hubspot'",
    "project": f"select distinct project_id as scope_id, {KEY} "
    "from marts.project_records where role = 'psa'",
    "deal": f"select deal_id as scope_id, {KEY} from marts.deals",
    "service": "select distinct service_code as scope_id, "
    "split_part(service_code, '-', 1) as key "
    "from marts.revenue_contributions where service_code like '%-s'",
}
"""How the id of a scope leads back to the contract's key."""


def chart(franc: str = "1.10") -> dict[str, list[Row]]:
    """Return what belongs to the firm and to no client: accounts and rates."""
    day = date(2025, 1, 1)
    rate = {"to_currency": "USD", "rate_date": day}
    return {
        "accounting.accounts": [
            {"account_code": code, "account_name": name, "account_kind": kind}
            for code, name, kind in (
                ("4000", "Fees", "revenue"),
                ("2100", "Deposits", "other"),
            )
        ],
        "accounting.exchange_rates": [
            {"from_currency": currency, "rate": Decimal(stated), **rate}
            for currency, stated in (RATES | {"CHF": franc}).items()
        ],
        "crm.exchange_rates": [
            {"from_currency": currency, "rate": Decimal(stated), **rate}
            for currency, stated in CRM_RATES.items()
        ],
    }


def build(
    warehouse: Path,
    contracts: Iterable[Contract],
    *,
    run_at: datetime = datetime(2026, 5, 31, 23),
    franc: str = "1.10",
    code_version: str = "test",
) -> Path:
    """Take all contracts through one night; return a copy of the warehouse."""
    world = chart(franc)
    for contract in contracts:
        for table, rows in contract.rows.items():
            world.setdefault(table, []).extend(rows)
    world.setdefault("accounting.journal_lines", []).append(LATE)
    world["accounting.closed_periods"] = [CLOSING]
    world["accounting.profit_and_loss"] = profit_and_loss(
        world["accounting.journal_lines"]
    )
    run = Run(f"{run_at:%Y%m%d}", run_at, run_at.date(), code_version)
    return resolve(warehouse, world, [SUCCESSION], run=run, select=REVENUE, firm=FIRM)


def of_client(warehouse: Path, key: str, period: str = "to_date") -> Steps:
    """Return the steps of a contract's client."""
    return steps_of(warehouse, key, "client", period)


def steps_of(
    warehouse: Path, key: str, scope_kind: str, period: str = "to_date"
) -> Steps:
    """Return the steps of a contract's client, project or deal."""
    return steps(warehouse, scope_kind, period).get(key, {})


def anchors_of(warehouse: Path, key: str, scope_kind: str = "client") -> Steps:
    """Return the numbers of a contract's client, projects or deals, to date."""
    found: Counter[str] = Counter()
    for anchor, amount in ask(
        warehouse,
        f"with named as ({KEYS[scope_kind]}) select anchor, anchor_amount "
        "from marts.revenue_anchors inner join named using (scope_id) "
        f"where scope_kind = '{scope_kind}' and period = 'to_date' and key = '{key}'",
    ):
        found[str(anchor)] += Decimal(str(amount))
    return found


def steps(
    warehouse: Path, scope_kind: str, period: str = "to_date"
) -> dict[str, Steps]:
    """Return the steps of every contract: `segment/driver/class` and its amount.

    A contract's projects are added up, and so are its deals.
    """
    found: dict[str, Counter[str]] = {}
    for scope, step, amount in ask(
        warehouse,
        f"with named as ({KEYS[scope_kind]}) "
        "select key, segment || '/' || driver || '/' || driver_class, step_amount "
        "from marts.revenue_bridge inner join named using (scope_id) "
        f"where scope_kind = '{scope_kind}' and period = '{period}'",
    ):
        of_contract = found.setdefault(str(scope), Counter())
        of_contract[str(step)] += Decimal(str(amount))
    return found
