"""What a perfect warehouse finds of planted habits, and what ours finds."""

from collections.abc import Iterator

import duckdb
from planted import Planted

from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.truths import SYSTEMS, Truths

Found = set[tuple[str, str]]
"""Pattern and record."""

FURTHER = {
    "ping_pong": (("against_direction", "crm"), ("drift_at_copy", "psa")),
    "copied_from_psa": (("reverse_flow", "crm"),),
    "integration_user": (("against_direction", "crm"),),
}
"""What a habit leaves besides, or under another name: pattern and role."""


def expected(truths: Truths) -> Iterator[tuple[str, str]]:
    """Yield what a perfect warehouse finds."""
    for answer in truths.answers:
        if answer.kind not in ("off_owner_edits", "edit_after_close"):
            continue
        detail = answer.detail or ""
        if answer.kind == "off_owner_edits":
            record = f"{SYSTEMS[answer.role]}:{answer.record_type}:{answer.record_id}"
            yield detail, record
        for pattern, role in FURTHER.get(detail, ()):
            yield pattern, _twin(truths, answer.client, role, answer.record_id)


def _twin(truths: Truths, client: str | None, role: str, record_id: str) -> str:
    """Return the record of a role that the habit fell on."""
    if role == "crm":
        kind = "account" if f"hubspot:account:{record_id}" in truths.identities else ""
        return f"hubspot:{kind or 'deal'}:{record_id}"
    return min(
        record
        for record, key in truths.identities.items()
        if key == client and record.startswith(f"{SYSTEMS[role]}:client:")
    )


def found(planted: Planted) -> Found:
    """Return what ours finds."""
    with duckdb.connect(str(planted.path), read_only=True) as opened:
        return set(
            opened.execute(
                "select pattern, record_id "
                "from intermediate.int_off_owner_edits__listed "
                "union select 'ping_pong', record_id "
                "from intermediate.int_fact_values__circled as circled "
                "inner join intermediate.int_fact_values__dated as said "
                "using (group_id, fact) where n_cycles >= 2 and said.is_owner "
                "and said.edit_id is not null"
            ).fetchall()
        )


def differ_by_design(truths: Truths, draft: Draft) -> set[str]:
    """Return the records whose sold, listed or planned amounts differ, as they may."""
    planned: dict[str, list[Row]] = {}
    for project in draft.rows("psa", "projects"):
        planned.setdefault(project["crm_deal_id"] or "", []).append(project)
    spoilt = {a.record_id for a in truths.answers if a.kind == "edit_after_close"}
    differing = set()
    for deal in draft.rows("crm", "deals"):
        key = deal["deal_id"]
        if key in spoilt:
            continue
        if deal["list_amount"] not in (None, deal["net_amount"]):
            differing.add(f"{SYSTEMS['crm']}:deal:{key}")
        for project in planned.get(key, []):
            if project["current_amount"] != deal["net_amount"]:
                differing.add(f"{SYSTEMS['psa']}:project:{project['project_id']}")
    return differing
