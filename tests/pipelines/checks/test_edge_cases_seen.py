"""Each edge case is seen where it occurs, once, and its policy stands beside it."""

from pathlib import Path

import duckdb
from planted import Planted

MANY = {
    "deal_in_parts": ("d1", "p1 p2"),
    "deals_joined": ("d2", "p3"),
    "": ("d3", "p3"),
}
BILLED_ELSEWHERE = (
    ("i1", "client_legal_succession", "client payer"),
    ("i2", "client_legal_succession", "new old"),
    ("i3", "wrong_client_link", "client stranger"),
)
"""A bill to somebody related, one to a successor, and one that is filed wrongly."""
DEALS = "is_disputed boolean; is_closed boolean; is_won boolean"
PROJECTS = "is_deleted boolean default false; start_date date; end_date date"


def pair(left: str, right: str) -> dict[str, str]:
    return {"client_id": left, "related_client_id": right}


def plant(planted: Planted) -> None:
    planted.seed("edge_cases")
    told = {"scope_kind": "firm", "period": "to_date", "driver": "on_hold"}
    planted.rows(
        "revenue_bridge_evidence",
        [told | {"record_id": "hold", "evidence_amount": -7}],
        "evidence_amount decimal(18, 2)",
    )
    pairs = [(d, p) for d, names in MANY.values() for p in names.split()]
    pairs += [("lost", "p4"), ("open", "p5"), ("euro", "p6")]
    planted.rows("deal_projects", [{"deal_id": d, "project_id": p} for d, p in pairs])
    planted.rows(
        "deals",
        [
            {"deal_id": "lost", "is_closed": True, "is_won": False},
            {"deal_id": "open", "is_disputed": True},
            {"deal_id": "euro", "currency_code": "EUR", "is_won": True},
        ],
        DEALS,
    )
    projects: list[dict[str, object]] = [
        {"project_id": "p6", "currency_code": "USD"},
        {"project_id": "p7", "billing_type": "internal"},
        {"project_id": "p8", "start_date": "2025-11-01", "end_date": "2026-02-01"},
    ]
    planted.rows(
        "projects", [p | {"record_id": p["project_id"]} for p in projects], PROJECTS
    )
    back = {"payment_id": "back", "kind": "cash", "paid_amount": -5}
    planted.rows("payments", [back], "paid_amount decimal(18, 2)")
    relations = [
        {"record_id": "new", "relation": "succeeds", **pair("old", "new")},
        {"record_id": "a2", "relation": "related", **pair("payer", "client")},
    ]
    planted.rows("client_relations", relations)
    planted.rows(
        "int_billed_lines__misplaced",
        [
            {"record_id": record, "client_id": client, "driver": driver}
            for record, driver, clients in BILLED_ELSEWHERE
            for client in clients.split()
        ],
    )
    edited = {"stated_field": "billing_type", "source_record_type": "project"}
    renamed = {"stated_field": "account_name", "source_record_type": "account"}
    planted.rows(
        "field_edits",
        [
            edited | {"record_id": "p9", "old_value": "fixed_fee"},
            renamed | {"record_id": "a1", "old_value": "Old"},
        ],
        "is_rewrite boolean default false",
    )
    planted.rows("client_id_history", [{"client_id": "c", "event": "merged_into"}])
    people = [
        ("h1", "x", "hr", "Ann"),
        ("h2", "x", "hr", "Ann"),
        ("h3", "y", "hr", "Bo"),
    ]
    people += [("h4", "z", "hr", "bo"), ("f1", "w", "psa", "Free Lance")]
    names = ("record_id", "person_id", "role", "record_name")
    planted.rows(
        "person_records", [dict(zip(names, row, strict=True)) for row in people]
    )


def test_each_case_is_seen_where_it_occurs(tmp_path: Path) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    plant(planted)
    planted.build(
        "int_contract_cases__noticed", "int_party_cases__noticed", "edge_cases_seen"
    )

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        seen = opened.execute(
            "select edge_case, n_records, example_record_id, has_policy "
            "from intermediate.edge_cases_seen where is_seen"
        ).fetchall()
        unseen = opened.execute(
            "select edge_case from intermediate.edge_cases_seen "
            "where not is_seen and driver is null order by 1"
        ).fetchall()

    assert {case: (n, record) for case, n, record, _ in seen} == {
        "project_pauses": (1, "hold"),
        "deal_in_parts": (1, "d1"),
        "deals_joined": (2, "d2"),
        "deal_lost_late": (1, "lost"),
        "deal_reopened": (1, "open"),
        "other_currency": (1, "euro"),
        "internal_project": (1, "p7"),
        "several_years": (1, "p8"),
        "refund": (1, "back"),
        "legal_entity_changes": (1, "new"),
        "billing_structure_changes": (1, "p9"),
        "client_renamed": (1, "a1"),
        "clients_merge": (1, "c"),
        "rehire": (2, "h1"),
        "same_name": (1, "h4"),
        "contractor": (1, "f1"),
        "reseller": (1, "i1"),
    }
    assert all(has_policy for *_, has_policy in seen)
    assert unseen == []
