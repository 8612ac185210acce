"""A firm of some dozen records a table, with every field that people change."""

from datetime import date, timedelta
from decimal import Decimal

from tests.pipelines.sandbox.tiny_world import NEW_YEAR, Row, account, deal, employee

N = 40
NAMED = {"created_at": NEW_YEAR, "updated_at": NEW_YEAR, "is_deleted": False}
APPROVED = {"status": "approved", "approved_by": "lee@firm.example"}
APPROVED |= {"submitted_at": NEW_YEAR, "approved_at": NEW_YEAR + timedelta(hours=2)}


def rows() -> dict[str, list[Row]]:
    """Return the records of every table that is played, by role and table."""
    return {
        "crm_accounts": [
            account(f"A-{n}", phone=f"+1 555 {n:04}", owner_email="ann@firm.example")
            for n in range(N)
        ],
        "crm_deals": [_deal(n) for n in range(N)],
        "psa_clients": [
            {"client_id": f"C-{n}", "client_name": f"Client {n}", **NAMED}
            for n in range(N)
        ],
        "psa_projects": [_project(n) for n in range(N)],
        "psa_people": [
            {"person_id": f"R-{n}", "person_name": f"Person {n}", "is_active": True}
            | {"work_email": f"p{n}@firm.example", "created_at": NEW_YEAR}
            for n in range(12)
        ],
        "psa_time_entries": [_entry(n) for n in range(3 * N)],
        "accounting_customers": [
            {"customer_id": f"K-{n}", "customer_name": f"Customer {n}", **NAMED}
            | {"is_active": True, "currency_code": "USD", "phone": f"+1 556 {n:04}"}
            for n in range(N)
        ],
        "accounting_invoices": [_invoice(n) for n in range(N)],
        "accounting_invoice_lines": [
            {"invoice_line_id": f"L-{n}", "invoice_id": f"{n}"}
            | {"line_amount": Decimal(1000 + n), "tax_amount": Decimal(0)}
            for n in range(N)
        ],
        "hr_employees": [
            employee(str(1000 + n), job_title="Consultant", department="Delivery")
            for n in range(12)
        ],
        "hr_contracts": [
            {"employee_number": str(1000 + n), "valid_from": date(2025, 1, 1)}
            | {"weekly_hours": Decimal(40), "work_days": "mon tue wed thu fri"}
            for n in range(12)
        ],
    }


def _deal(n: int) -> Row:
    return deal(
        f"D-{n}",
        account_id=f"A-{n}",
        stage="proposal",
        net_amount=Decimal(1000 + 10 * n),
        currency_code="USD",
        close_date=date(2026, 6, 30),
        owner_email="ann@firm.example",
        service_start_date=date(2026, 7, 1),
    )


def _project(n: int) -> Row:
    return NAMED | {
        "project_id": f"P-{n}",
        "client_id": f"C-{n}",
        "project_name": f"Project {n}",
        "billing_type": "fixed_fee",
        "status": "active",
        "start_date": date(2026, 1, 5),
        "end_date": date(2026, 9, 30),
        "current_amount": Decimal(10_000),
        "percent_complete": Decimal(1),
        "cap_amount": Decimal(12_000),
        "currency_code": "USD",
        "manager_email": "ann@firm.example",
    }


def _entry(n: int) -> Row:
    return (
        NAMED
        | APPROVED
        | {
            "time_entry_id": f"T-{n}",
            "project_id": f"P-{n % N}",
            "person_id": f"R-{n % 12}",
            "work_date": date(2026, 5, 4),
            "hours": Decimal(1),
            "bill_rate": Decimal(120),
            "is_billable": True,
        }
    )


def _invoice(n: int) -> Row:
    return NAMED | {
        "invoice_id": f"{n}",
        "invoice_number": f"N-{n}",
        "customer_id": f"K-{n}",
        "invoice_date": date(2026, 5, 4),
        "due_date": date(2026, 6, 3),
        "status": "issued",
        "kind": "invoice",
        "is_tax_inclusive": False,
        "currency_code": "USD",
    }
