"""Clients, projects and people in several systems, some of which name no twin."""

from planted import Planted


def client(
    role: str, kind: str, number: str, client_id: str, crm_account_id: str | None = None
) -> dict[str, object]:
    return {
        "record_id": f"{role}:{kind}:{number}",
        "source_system": role,
        "source_record_type": kind,
        "source_record_id": number,
        "client_id": client_id,
        "role": role,
        "client_name": f"Name {number}",
        "crm_account_id": crm_account_id,
        "is_deleted": False,
        "is_intercompany": False,
        "sentence": None,
    }


def project(role: str, number: str, our_id: str) -> dict[str, object]:
    return {
        "record_id": f"{role}:project:{number}",
        "source_system": role,
        "source_record_type": "project",
        "source_record_id": number,
        "project_id": our_id,
    }


def plant_clients(planted: Planted) -> None:
    clients = [
        client("crm", "account", "A1", "acme"),
        client("psa", "client", "C1", "acme", "A1"),
        client("accounting", "customer", "K1", "acme"),
        client("psa", "client", "C2", "nobody"),
        client("psa", "client", "C3", "internal"),
        client("accounting", "customer", "K9", "acme") | {"sentence": "Is a copy."},
    ]
    planted.rows("int_duplicate_clients__examined", clients)
    planted.rows(
        "int_clients__unioned", clients, "is_deleted boolean; is_intercompany boolean"
    )
    planted.rows(
        "int_client_records__valued",
        [{"record_id": "psa:client:C2", "n_references": 1, "worth_amount": 10}],
        "n_references integer; worth_amount decimal(18, 2)",
    )


def plant_projects(planted: Planted) -> None:
    psa = {"source_system": "psa", "project_name": "Rollout", "client_id": "C1"}
    planted.common(
        "psa",
        "projects",
        [
            {**psa, "project_id": "P1", "crm_deal_id": "D1"},
            {**psa, "project_id": "P2"},
            {**psa, "project_id": "P3", "billing_type": "internal"},
            {**psa, "project_id": "P4", "is_test": True},
            {**psa, "project_id": "P5"},
        ],
    )
    booked = {"source_system": "accounting", "project_name": "Rollout"}
    planted.common(
        "accounting",
        "projects",
        [
            {**booked, "project_id": "B1", "psa_project_id": "P1"},
            {**booked, "project_id": "B2"},
        ],
    )
    planted.rows(
        "int_projects__identified",
        [
            *(
                project("psa", f"P{number}", f"project_{number}")
                for number in range(1, 6)
            ),
            project("accounting", "B1", "project_1"),
            project("accounting", "B2", "project_2"),
        ],
    )
    planted.rows(
        "int_projects__copied",
        [{"source_system": "psa", "project_id": "P5", "survivor_project_id": "P2"}],
    )
    planted.rows(
        "int_deal_projects__linked",
        [
            {"source_system": "crm", "deal_id": f"D{number}", "project_id": our_id}
            for number, our_id in ((1, "project_1"), (2, "project_2"))
        ],
    )


def plant_people(planted: Planted) -> None:
    planted.common(
        "hr",
        "employees",
        [
            {
                "source_system": "hr",
                "employee_number": number,
                "work_email": f"{number}@firm.test",
            }
            for number in ("1001", "1002")
        ],
    )
    people = [
        ("R1", "1001", "1001@firm.test"),
        ("R2", "9999", None),
        ("R3", None, "new@firm.test"),
        ("R4", None, "freelance@else.test"),
    ]
    planted.common(
        "psa",
        "people",
        [
            {
                "source_system": "psa",
                "person_id": person_id,
                "person_name": f"Person {person_id}",
                "employee_number": number,
                "work_email": email,
            }
            for person_id, number, email in people
        ],
    )
    known = {"R1": "person_1", "R2": "person_2", "R3": "person_3", "R4": "person_4"}
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
            for number, person in known.items()
        ]
        + [{"source_record_type": "employee", "person_id": "person_1"}],
    )
