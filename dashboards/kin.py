"""The records tied to a record: named by it, and of its client, project and deal."""

import re

from dashboards.warehouse import Row, read

KEY = re.compile(r"[a-z0-9_]+:[a-z_]+:.+")
CLIENT = """
select record_id
from marts.client_records
where client_id = ?
order by record_id
"""
PROJECT = """
select concat_ws(':', source_system, source_record_type, source_record_id) as record_id
from marts.project_records
where project_id = ?
order by record_id
"""
DEALS = """
select deal_id as record_id
from marts.deal_projects
where project_id = ?
order by record_id
"""
PROJECTS = """
select concat_ws(':', source_system, source_record_type, source_record_id) as record_id
from marts.project_records
where project_id in (select project_id from marts.deal_projects where deal_id = ?)
order by record_id
"""
LINES = """
select concat_ws(':', source_system, source_record_type, source_record_id) as record_id
from marts.invoice_lines
where invoice_id = ?
order by record_id
"""


def linked(record_id: str, found: Row) -> list[str]:
    """Return the keys of the records tied to this one, the closest first."""
    named = [v for v in found.values() if isinstance(v, str) and KEY.fullmatch(v)]
    asked = [
        (LINES, record_id if ":invoice:" in record_id else None),
        (PROJECTS, record_id if ":deal:" in record_id else None),
        (PROJECT, found.get("project_id")),
        (DEALS, found.get("project_id")),
        (CLIENT, found.get("client_id")),
    ]
    near = [row["record_id"] for sql, key in asked if key for row in read(sql, key)]
    return [key for key in dict.fromkeys([*named, *near]) if key and key != record_id]
