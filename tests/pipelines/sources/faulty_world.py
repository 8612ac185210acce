"""A firm of ten records a list, for the faults: three pages of four."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.pipelines.sandbox.tiny_world import (
    NEW_YEAR,
    TinyWorld,
    account,
    deal,
    employee,
)

N, PAGE = 10, 4
"""So many records has a list, in pages of so many."""


def world() -> Any:
    named = {"created_at": NEW_YEAR, "updated_at": NEW_YEAR, "is_deleted": False}
    project = {"client_id": "C-1", "currency_code": "USD", **named}
    project |= {"status": "active", "billing_type": "fixed_fee"}
    customer = {"customer_name": "One", "is_active": True, **named}
    customer |= {"currency_code": "USD"}
    hours = {"project_id": "P-1", "person_id": "R-1", "work_date": date(2026, 5, 4)}
    hours |= {"hours": Decimal("7.5"), "bill_rate": Decimal(120), "status": "approved"}
    contract = {"valid_from": date(2025, 1, 1)}
    contract |= {"weekly_hours": Decimal(40), "work_days": "mon tue wed thu fri"}
    away = {"employee_number": "1000", "off_date": date(2026, 5, 4), "off_hours": 8}
    away |= {"status": "approved", "approved_at": NEW_YEAR}
    return TinyWorld(
        crm_accounts=[account(f"A-{n}") for n in range(N)],
        crm_deals=[
            deal(
                f"D-{n}",
                net_amount=Decimal(1000 + n),
                currency_code="USD",
                close_date=date(2026, 5, 4),
            )
            for n in range(N)
        ],
        psa_clients=[
            {"client_id": f"C-{n}", "client_name": f"Client {n}", **named}
            for n in range(N)
        ],
        psa_projects=[
            project | {"project_id": f"P-{n}", "project_name": f"Project {n}"}
            for n in range(N)
        ],
        psa_time_entries=[
            {"time_entry_id": f"T-{n}", **hours, **named} for n in range(N)
        ],
        accounting_customers=[customer | {"customer_id": f"K-{n}"} for n in range(N)],
        accounting_invoices=[
            {
                "invoice_id": f"{n}",
                "invoice_number": f"N-{n}",
                "customer_id": "K-1",
                "invoice_date": date(2026, 5, 4),
                "status": "issued",
                "kind": "invoice",
                "is_tax_inclusive": False,
                **named,
            }
            for n in range(N)
        ],
        accounting_invoice_lines=[
            {
                "invoice_line_id": f"L-{n}",
                "invoice_id": f"{n}",
                "line_amount": Decimal("99.50") + n % 2 / Decimal(2),
                "tax_amount": Decimal(0),
            }
            for n in range(N)
        ],
        accounting_accounts=[
            {
                "account_code": "4000",
                "account_name": "Fees",
                "account_kind": "revenue",
            }
        ],
        hr_contracts=[
            contract | {"employee_number": str(n)} for n in range(1000, 1000 + N)
        ],
        hr_time_off=[away],
        hr_employees=[employee(str(n)) for n in range(1000, 1000 + N)],
    )
