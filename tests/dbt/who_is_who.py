"""Records of a small firm in which every rule of identity is needed once."""

from datetime import datetime

from tests.dbt.small_firm import Row

SPELLINGS = (
    "Torvane Instruments Limited",
    "TORVANE INSTRUMENTS LTD",
    "Torvane Instr. Ltd.",
    "Torvane Instruments",
    "Torvnae Instruments Limited",
    "Torvane Instruments Ltd",
    "Torvane  instruments, ltd.",
)


def account(key: str, name: str, **more: object) -> Row:
    born = datetime(2024, 1, 1 + len(key))
    return {"account_id": key, "account_name": name, "created_at": born, **more}


def customer(key: str, name: str, **more: object) -> Row:
    return {"customer_id": key, "customer_name": name, **more}


def project(key: str, name: str, **more: object) -> Row:
    found = {"client_id": "c1", "billing_type": "fixed_fee", "crm_deal_id": "d1"}
    return {"project_id": key, "project_name": name, **found, **more}


def entry(project_id: str) -> Row:
    known = {"person_id": "r1", "work_date": datetime(2026, 4, 1), "hours": 8}
    return {"time_entry_id": f"t-{project_id}", "project_id": project_id, **known}


WORLD: dict[str, list[Row]] = {
    "crm.accounts": [
        *(
            account(f"s{number}", name, domain="torvane.example", country="GB")
            for number, name in enumerate(SPELLINGS)
        ),
        account("alone-1", "Quenrath Foods Inc"),
        account("tax-1", "Lumwick Energy", tax_id="12-3456780"),
        account("old", "Selmond Rail Ltd", domain="selmond.example"),
        account("chain-1", "Dorholm One", merged_into_account_id="chain-2"),
        account("chain-2", "Brand new name", merged_into_account_id="chain-3"),
        account("chain-3", "Wenzel Textiles", merged_into_account_id="chain-1"),
        account("gone-1", "Belgard Marine"),
        account("gone-4", "Belgard Shipping"),
        account("mother", "Norvik Foods", domain="norvik.example"),
        account(
            "child", "Norvik Foods", domain="norvik.example", parent_account_id="mother"
        ),
        *(account(f"round-{n}", f"Round {n}") for n in (1, 2, 3)),
    ],
    "crm.redirects": [
        {"record_type": "account", "old_record_id": old, "new_record_id": new}
        for old, new in (
            ("gone-1", "gone-2"),
            ("gone-2", "gone-3"),
            ("gone-3", "gone-4"),
        )
    ],
    "psa.clients": [
        {"client_id": "c1", "client_name": "Selmond Rail Limited"},
        {"client_id": "c2", "client_name": "Other words", "crm_account_id": "gone-2"},
    ],
    "psa.projects": [
        project("p1", "Data platform", baseline_amount=100),
        project("p2", "Data platform (copy)", baseline_amount=100),
        project("p3", "Customer portal", baseline_amount=100),
        project("p4", "Customer portal - Copy", baseline_amount=100),
    ],
    "psa.time_entries": [entry("p2")],
    "psa.people": [
        {"person_id": "r1", "person_name": "Ada Norbright", "employee_number": "7"},
        {"person_id": "r2", "person_name": "Norbright, Ada"},
        {"person_id": "r3", "work_email": "Bo.Lee+jobs@meridian-advisory.example"},
    ],
    "hr.employees": [
        {"employee_number": "7", "employee_name": "Ada Norbright-Vale"},
        {"employee_number": "8", "work_email": "bo.lee@meridian.example"},
    ],
    "accounting.customers": [
        customer("alone-2", "Quenrath Foods Incorporated"),
        customer("tax-2", "Lumwick Energy", tax_id="98-7654329"),
        customer("new", "Selmond Holding PLC"),
    ],
    "accounting.projects": [
        {"project_id": "q1", "project_name": "Job", "psa_project_id": "p1"}
    ],
    "accounting.invoice_lines": [
        {
            "invoice_line_id": "l1",
            "invoice_id": "i1",
            "line_amount": 1,
            "project_ref": "q1",
        },
        {"invoice_line_id": "l2", "invoice_id": "i1", "line_amount": 1},
    ],
}
DECISIONS: list[Row] = [
    {
        "entity": "client",
        "left_record": "quickbooks:customer:new",
        "right_record": "hubspot:account:old",
        "decision": "succeeds",
        "valid_from": datetime(2026, 3, 1),
    },
    {
        "entity": "project",
        "left_record": "birdview:project:p3",
        "right_record": "birdview:project:p4",
        "decision": "different",
    },
    *(
        {
            "entity": "client",
            "left_record": f"hubspot:account:round-{left}",
            "right_record": f"hubspot:account:round-{right}",
            "decision": decision,
        }
        for left, right, decision in (
            (1, 2, "same"),
            (2, 3, "same"),
            (3, 1, "different"),
        )
    ),
]
