"""Every field of the matrix has its way on the map, and a break is told where it is."""

import csv
from pathlib import Path

import duckdb
from planted import Planted
from rendering import PROJECT

DOMAIN = {"entity": "client", "field": "domain"}


def test_the_map_holds_each_copy_of_each_field_once(tmp_path: Path) -> None:
    planted = Planted(tmp_path / "warehouse.duckdb")
    planted.seed("field_owners", "lag_hours integer")
    planted.rows("rules.connections", [{"role": "crm", "source_system": "hubspot"}], "")
    planted.rows(
        "sync_topology",
        [DOMAIN | {"from_role": "psa", "to_role": "crm", "n_edits": 2}],
        "n_edits integer",
    )
    planted.rows(
        "int_field_values__paired",
        [DOMAIN | {"role": "accounting", "is_agreed": n > 0} for n in range(4)],
        "is_agreed boolean",
    )
    planted.rows(
        "off_owner_edits",
        [DOMAIN | {"role": "psa", "pattern": "conflict", "is_standing": True}],
        "is_standing boolean",
    )
    planted.build("fact_flows")

    with duckdb.connect(str(planted.path), read_only=True) as opened:
        told = opened.execute(
            "select entity, field, to_role, from_systems, n_broken, explanation "
            "from intermediate.fact_flows"
        ).fetchall()
    with (PROJECT / "seeds" / "field_owners.csv").open() as file:
        wanted = [
            (row["entity"], row["field"], role)
            for row in csv.DictReader(file)
            for role in row["referenced_by"].split(" ")
        ]
    assert sorted((e, f, r or "") for e, f, r, *_ in told) == sorted(wanted)
    broken = {role: rest for _, _, role, *rest in told if rest[1]}
    assert broken == {
        "accounting": ["hubspot", 1, "Copies that differ: 1 of 4."],
        "psa": [
            *("hubspot", 3),
            "Edits of the copy itself that still stand: 1. "
            "Edits that went the other way: 2.",
        ],
    }
