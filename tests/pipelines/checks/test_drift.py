"""A copy that says something else is found; another spelling of the same is not."""

from pathlib import Path

import duckdb
import pytest
from planted import Planted

from pipelines.checks import drifting_fields

ALIKE = [
    ("Acme Limited", "ACME Ltd."),
    ("Bolt GmbH", "Bolt Gesellschaft mbH"),
    ("Core Systems Incorporated", "Core Systems (copy)"),
    ("Dale & Sons Logistics", "Dale and Sons Log."),
    ("Fenor Laboratories", "Fenor Labs PLC"),
    ("Fenor Laboratories UK", "Fenor Labs"),
    ("Müller Technik AG", "Mueller Technik"),
    ("Velosholm Engineering Group", "Velsoholm Eng. Global"),
    ("Quen Foods", "Quen Foods North"),
]
DIFFERENT = [
    ("Acme Limited", "Apex Limited"),
    ("Core Systems Sweden", "Core Systems Finland"),
    ("Former Name Limited", "Acme Limited"),
    ("Tar Rail Services", "Tar Textiles"),
]


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return Planted(tmp_path / "warehouse.duckdb")


def value(role: str, number: str, field: str, said: str, entity: str = "acme") -> dict:
    return {
        "entity": "client",
        "entity_id": entity,
        "client_id": "client_1",
        "record_id": f"{role}:record:{number}",
        "source_system": role,
        "source_record_type": "record",
        "source_record_id": number,
        "role": role,
        "field": field,
        "stated_field": field,
        "stated_value": said,
        "updated_at": "2026-01-01",
    }


def drift(planted: Planted, values: list[dict]) -> None:
    for seed in ("field_owners", "legal_forms", "name_words"):
        planted.seed(seed)
    columns = "; ".join(
        f"{column} {'timestamp' if column == 'updated_at' else 'varchar'}"
        for column in value("crm", "1", "", "")
    )
    planted.rows("int_client_values__unpivoted", values, columns)
    planted.rows("int_project_values__unpivoted", [], columns)
    planted.rows("int_person_values__unpivoted", [], columns)
    planted.build(
        "int_field_values__compared",
        "int_field_values__paired",
        "int_drifting_fields__examined",
    )


def names(planted: Planted, pairs: list[tuple[str, str]]) -> dict[str, str]:
    drift(
        planted,
        [
            value(role, str(number), "client_name", said, entity=str(number))
            for number, pair in enumerate(pairs)
            for role, said in zip(("crm", "psa"), pair, strict=True)
        ],
    )
    return planted.told("int_drifting_fields__examined")


def test_another_spelling_of_a_name_is_no_drift(planted: Planted) -> None:
    assert names(planted, ALIKE) == {}


def test_another_name_is_drift(planted: Planted) -> None:
    assert len(names(planted, DIFFERENT)) == len(DIFFERENT)


def test_drift_is_judged_field_by_field(planted: Planted) -> None:
    drift(
        planted,
        [
            value("crm", "1", "client_name", "Acme"),
            value("crm", "1", "domain", "https://www.acme.test/about"),
            value("psa", "2", "client_name", "Acme Ltd"),
            value("psa", "2", "domain", "old-name.test"),
            value("psa", "2", "invoice_currency", "usd"),
            value("psa", "2", "tax_id", "GB 123456789"),
            value("accounting", "3", "domain", "acme.test"),
            value("accounting", "3", "client_name", "Acme Holding Trading"),
            value("accounting", "3", "legal_name", "Acme Holding Trading Ltd"),
            value("accounting", "3", "invoice_currency", "USD"),
            value("accounting", "3", "tax_id", "GB 987654321"),
            value("crm", "9", "client_name", "Other", entity="other"),
        ],
    )
    judged = planted.judged(drifting_fields.SUITE)
    assert judged == {"copies_follow_their_owner": (6, {"psa:record:2"})}
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        told = opened.execute(
            "select subject, sentence from intermediate.int_drifting_fields__examined "
            "where sentence is not null order by 1"
        ).fetchall()
    assert told == [
        (
            "domain",
            'PSA record 2 shows domain "old-name.test". Its owner, CRM, says '
            '"https://www.acme.test/about". Correct it in PSA.',
        ),
        (
            "tax_id",
            'PSA record 2 shows tax id "…789". Its owner, accounting, says "…321". '
            "Correct it in PSA.",
        ),
    ]


def test_a_copy_may_follow_a_day_later(planted: Planted) -> None:
    late = value("crm", "1", "client_name", "New Name") | {"updated_at": "2026-05-31"}
    drift(planted, [late, value("psa", "2", "client_name", "Old Label")])
    assert planted.told("int_drifting_fields__examined") == {}
