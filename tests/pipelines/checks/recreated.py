"""Invented firms in which some records were entered again instead of linked."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
from known_firm import plant_firm

from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.truths import SYSTEMS, Truths

Found = set[tuple[str, str]]
"""Entity and record."""
PROJECT, PSA_PROJECT = "psa_project_id", f"{SYSTEMS['psa']}:project:"
CLIENTS = {
    ("crm", "accounts"): "account",
    ("psa", "clients"): "client",
    ("accounting", "customers"): "customer",
}
IDS = {
    "crm_account_id": ("crm", "account"),
    "psa_client_id": ("psa", "client"),
    "accounting_customer_id": ("accounting", "customer"),
}
"""Which record a column names."""


def spoil(draft: Draft, truths: Truths, n_of_each: int) -> Found:
    """Cut the ids of some clients, projects and people; return who now names nobody."""
    _cut_clients(draft, truths, n_of_each)
    linked = [row for row in draft.rows("accounting", "projects") if row[PROJECT]]
    for booked in linked[:n_of_each]:
        booked[PROJECT] = None
    people = [row for row in draft.rows("psa", "people") if row["employee_number"]]
    for person in people[:n_of_each]:
        person["employee_number"] = None
    return {
        *_clients(draft, truths),
        *_projects(draft, truths),
        *_people(draft, truths),
    }


def _projects(draft: Draft, truths: Truths) -> Iterator[tuple[str, str]]:
    known = {key for record, key in truths.identities.items() if PSA_PROJECT in record}
    for row in draft.rows("accounting", "projects"):
        key = truths.of("accounting", "project", row["project_id"])
        if row[PROJECT] is None and key in known:
            yield "project", f"{SYSTEMS['accounting']}:project:{row['project_id']}"


def _people(draft: Draft, truths: Truths) -> Iterator[tuple[str, str]]:
    known = {
        truths.of("hr", "employee", row["employee_number"])
        for row in draft.rows("hr", "employees")
    }
    for row in draft.where("psa", "people", is_active=True):
        key = truths.of("psa", "person", row["person_id"])
        if row["employee_number"] is None and key in known:
            yield "person", f"{SYSTEMS['psa']}:person:{row['person_id']}"


def _clients(draft: Draft, truths: Truths) -> Iterator[tuple[str, str]]:
    """Yield the later records that no chain of two ids ties to their account."""
    rows = {
        f"{SYSTEMS[role]}:{kind}:{row[f'{kind}_id']}": row
        for (role, table), kind in CLIENTS.items()
        for row in draft.rows(role, table)
    }
    named: dict[str, set[str]] = {record: set() for record in rows}
    for record, row in rows.items():
        for column, (role, kind) in IDS.items():
            other = f"{SYSTEMS[role]}:{kind}:{row.get(column)}"
            if other in rows and row.get(column):
                named[record].add(other)
                named[other].add(record)
    ours: dict[tuple[str | None, str], list[str]] = {}
    for record in rows:
        system, key = record.split(":")[0], truths.identities.get(record)
        ours.setdefault((key, system), []).append(record)
    for (key, system), copies in ours.items():
        record = min(copies, key=lambda copy: rows[copy]["created_at"])
        accounts = ours.get((key, SYSTEMS["crm"]), [])
        earlier = [
            a for a in accounts if rows[a]["created_at"] < rows[record]["created_at"]
        ]
        near = named[record].union(*(named[other] for other in named[record]))
        if key and earlier and system != SYSTEMS["crm"] and not near & set(earlier):
            yield "client", record


def _cut_clients(draft: Draft, truths: Truths, n: int) -> None:
    of_key: dict[str, list[Row]] = {}
    for (role, table), kind in CLIENTS.items():
        for row in draft.rows(role, table):
            key = truths.of(role, kind, row[f"{kind}_id"])
            of_key.setdefault(key or "", []).append(row)
    once = [rows for key, rows in of_key.items() if key and len(rows) == len(CLIENTS)]
    for rows in once[5 : 5 + n]:
        for row in rows:
            row.update((column, None) for column in IDS if column in row)


def found(path: Path, draft: Draft, truths: Truths) -> Found:
    """Return the records that ours finds entered again."""
    planted = plant_firm(path, draft, truths)
    planted.rows(
        "int_clients__scored",
        [],
        "left_record varchar; right_record varchar; band varchar",
    )
    planted.build_up_to("int_records__recreated")
    with duckdb.connect(str(path), read_only=True) as opened:
        return set(
            opened.execute(
                "select entity, record_id from intermediate.int_records__recreated"
            ).fetchall()
        )
