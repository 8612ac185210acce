"""What can happen between the list price and what was sold."""

from datetime import datetime
from decimal import Decimal

from tests.dbt.revenue.cases import Case, resold
from tests.dbt.revenue.clean import PRICE, clean
from tests.dbt.revenue.contract import Contract


def discount(c: Contract) -> None:
    c.one("crm.deals")["list_amount"] = PRICE + 6000


def copied_deal(c: Contract) -> None:
    copy = {"deal_id": c.id("d2"), "deal_name": f"Work {c.key} (copy)"}
    born = {"created_at": datetime(2026, 1, 4), "handed_over_at": None}
    c.add("crm.deals", **c.one("crm.deals") | copy | born)


def edited(c: Contract) -> None:
    c.one("crm.deals")["net_amount"] = PRICE - 2000
    c.add(
        "crm.field_changes",
        record_type="deal",
        record_id=c.id("d"),
        field="net_amount",
        changed_at=datetime(2026, 3, 1, 12),
        old_value=str(PRICE),
        new_value=str(PRICE - 2000),
    )


def taxed(c: Contract) -> None:
    resold(c, 34000)
    c.one("crm.deals")["included_tax_amount"] = Decimal(2000)


def euro(key: str) -> Contract:
    return clean(key, currency="EUR")


def franc(c: Contract) -> None:
    """Speak of francs, for which the CRM keeps another rate than the books."""
    for table in c.rows.values():
        for row in table:
            if row.get("currency_code"):
                row["currency_code"] = "CHF"


CASES = (
    Case("discount", discount, {"list_to_expected/discount_at_signing/L": -6000}),
    Case("deal_copied", copied_deal, {"crm_to_expected/duplicate_deal/F": -32000}),
    Case("deal_edited", edited, {"crm_to_expected/edit_after_close/F": 2000}),
    Case("deal_taxed", taxed, {"crm_to_expected/tax_in_amount/F": -2000}),
    Case("crm_rate", franc, {"crm_to_expected/crm_fx/L": -640}, euro),
)
