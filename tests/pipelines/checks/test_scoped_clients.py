"""A pilot's clients: those that are named, and those that a team leads projects for."""

from pathlib import Path

import duckdb
from planted import Planted

NAMED = (
    *(("client", "acme GROUP"), ("client", "Old Bolt"), ("client", "Nobody")),
    *(("team", "Delivery"), ("team", "lee@firm.example")),
)


def test_names_find_clients_whatever_a_system_calls_them(tmp_path: Path) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.rows(
        "rules.scope", [{"scope_kind": k, "scope_name": name} for k, name in NAMED]
    )
    names = {"acme": "Acme Group", "bolt": "Bolt", "core": "Core", "dune": "Dune"}
    clients = [{"client_id": i, "client_name": name} for i, name in names.items()]
    planted.rows("clients", clients)
    planted.rows("client_records", [{"client_id": "bolt", "record_name": "Old Bolt"}])
    managers = [("core", "LEE@firm.example"), ("dune", "kim@firm.example")]
    planted.rows(
        "projects", [{"client_id": c, "manager_email": who} for c, who in managers]
    )
    kim = {"work_email": "Kim@firm.example", "department": "delivery"}
    planted.rows("people", [kim])
    planted.build("int_clients__scoped")

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        found = opened.execute(
            "select client_id, scope_name from intermediate.int_clients__scoped"
        ).fetchall()
    assert sorted(found) == [
        ("acme", "acme GROUP"),
        ("bolt", "Old Bolt"),
        ("core", "lee@firm.example"),
        ("dune", "Delivery"),
    ]
