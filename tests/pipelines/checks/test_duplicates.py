"""Copies are found, and what only looks like a copy is left alone."""

from pathlib import Path

import pytest
from planted import Planted

from pipelines.checks import duplicate_clients, duplicate_people


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def client(kind: str, number: str, entity: str, **more: object) -> dict[str, object]:
    role = {"account": "crm", "client": "psa", "customer": "accounting"}[kind]
    return {
        "record_id": f"{role}:{kind}:{number}",
        "source_system": role,
        "source_record_type": kind,
        "source_record_id": number,
        "client_id": "client_1",
        "legal_entity_id": entity,
        "role": role,
        "client_name": f"Name {number}",
        "is_deleted": False,
        "created_at": "2024-01-01",
        **more,
    }


def test_a_client_with_two_records_in_one_system_is_found(planted: Planted) -> None:
    records = [
        client("account", "1", "acme"),
        client("account", "2", "acme", created_at="2023-01-01"),
        client("account", "3", "acme holding"),
        client("account", "4", "acme", is_deleted=True),
        client("client", "5", "acme"),
        client("customer", "6", "acme", currency_code="USD"),
        client("customer", "7", "acme", currency_code="EUR"),
        client("customer", "8", "acme", currency_code="EUR", parent_id="7"),
        client("customer", "21", "bolt", currency_code="EUR"),
        client("customer", "22", "bolt", currency_code="EUR"),
        client("customer", "23", "bolt", currency_code="EUR"),
    ]
    identity = ("record_id", "source_system", "source_record_type", "source_record_id")
    planted.rows(
        "int_clients__identified",
        [
            {k: r[k] for k in (*identity, "client_id", "legal_entity_id")}
            for r in records
        ],
    )
    planted.rows(
        "int_clients__unioned",
        [{k: v for k, v in r.items() if k != "client_id"} for r in records],
        "is_deleted boolean; created_at timestamp; parent_id varchar; "
        "company_id varchar; currency_code varchar",
    )
    planted.rows(
        "int_client_records__valued",
        [{"record_id": "crm:account:1", "n_references": 2, "worth_amount": 100}],
        "n_references integer; worth_amount decimal(18, 2)",
    )
    planted.common(
        "accounting",
        "customers",
        [
            {
                "source_system": "accounting",
                "customer_id": "23",
                "customer_name": "Bolt (deleted)",
                "is_active": False,
            }
        ],
    )
    planted.rows(
        "int_clients__scored",
        [
            {"left_record": "crm:account:1", "right_record": "crm:account:3"},
            {"left_record": "crm:account:3", "right_record": "psa:client:5"},
        ],
        "band varchar default 'ask'",
    )
    planted.build("int_client_records__ranked", "int_duplicate_clients__examined")
    assert planted.judged(duplicate_clients.SUITE) == {
        "one_record_per_client": (
            9,
            {"crm:account:2", "crm:account:3", "accounting:customer:22"},
        )
    }
    told = planted.told("int_duplicate_clients__examined")
    assert told["2"] == (
        "Name 2 (2) in CRM looks like a copy of 1. Merge the two records there."
    )
    assert told["3"] == (
        "Name 3 (3) in CRM may be a copy of 1. "
        "Decide, then merge the two records there."
    )


def test_a_person_with_two_records_in_one_system_is_found(planted: Planted) -> None:
    people = [
        ("1", "Tobin Hale", "1001", "tobin@firm.test", "p1", True),
        ("2", "Hale, Tobin", None, None, "p2", True),
        ("3", "Tobin Hale", "1002", "tobin.hale@firm.test", "p3", True),
        ("4", "Sana Okwell", "1004", None, "p4", True),
        ("5", "S. Okwell", None, None, "p4", True),
        ("6", "Sana Okwell", None, None, "p4", False),
    ]
    planted.common(
        "psa",
        "people",
        [
            {
                "source_system": "psa",
                "person_id": number,
                "person_name": name,
                "employee_number": employee,
                "work_email": email,
                "is_active": is_active,
            }
            for number, name, employee, email, _, is_active in people
        ],
    )
    planted.common("hr", "employees")
    planted.rows(
        "int_people__identified",
        [
            {
                "record_id": f"psa:person:{number}",
                "source_system": "psa",
                "source_record_type": "person",
                "source_record_id": number,
                "person_id": person,
            }
            for number, _, _, _, person, _ in people
        ],
    )
    planted.build("int_duplicate_people__examined")
    assert planted.judged(duplicate_people.SUITE) == {
        "one_record_per_person": (5, {"psa:person:2", "psa:person:5"})
    }
