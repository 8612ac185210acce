"""A pilot: the clients and teams that [scope] of firm.toml limits a night to.

Everything is loaded and matched, so that no client is split. What is published is cut:
sums at `marts.revenue_contributions`, rows by the ids that are listed here.
"""

from collections.abc import Sequence

import duckdb

from pipelines.firm import FirmError

OF_CLIENTS = {
    "client_records": "record_id",
    "legal_entities": "legal_entity_id",
    "project_records": "record_id",
    "projects": "project_id",
    "deals": "deal_id",
    "invoices": "invoice_id",
    "invoice_lines": "invoice_line_id",
    "payments": "payment_id",
}
"""Tables whose rows name their client, and the ids that they hold."""

OF_PROJECTS = {"time_entries": "time_entry_id", "change_orders": "change_order_id"}
"""The same of tables whose rows name their project."""

SHOWN = "select client_id from warehouse.intermediate.int_clients__scoped"
PROJECTS = (
    f"select project_id from warehouse.marts.projects where client_id in ({SHOWN})"
)
PERSONS = f"""
select records.person_id from warehouse.marts.time_entries as entries
inner join warehouse.marts.person_records as records on records.record_id
= entries.source_system || ':person:' || entries.source_person_id
where entries.project_id in ({PROJECTS})
union
select person_id from warehouse.marts.people where lower(work_email) in (
    select lower(manager_email) from warehouse.marts.projects
    where project_id in ({PROJECTS})
)
"""
"""Who worked for a client that is shown, or leads its projects."""


def list_ids(
    opened: duckdb.DuckDBPyConnection, scope: Sequence[tuple[str, str]]
) -> None:
    """Write every id in ``scope`` into the table `scoped_ids` of the connection.

    Raises FirmError when a name of the scope is no client and no team.
    """
    found = opened.execute(
        "select distinct scope_kind, scope_name "
        "from warehouse.intermediate.int_clients__scoped"
    ).fetchall()
    unknown = [name for kind, name in scope if (kind, name) not in found]
    if unknown:
        raise FirmError(
            f"[scope] names {', '.join(unknown)}: no client and no team that leads a "
            "project is called so. Write clients as the CRM does, and teams as their "
            "department in HR or the address of who leads the projects."
        )
    asked = [
        "select 'unassigned' as id",
        "select 'firm'",
        SHOWN,
        PERSONS,
        "select record_id from warehouse.marts.person_records "
        f"where person_id in ({PERSONS})",
    ]
    for tables, owner, kept in (
        (OF_CLIENTS, "client_id", SHOWN),
        (OF_PROJECTS, "project_id", PROJECTS),
    ):
        asked += [
            f"select {column} from warehouse.marts.{table} where {owner} in ({kept})"
            for table, column in tables.items()
        ]
    opened.execute(f"create temp table scoped_ids as {' union '.join(asked)}")
