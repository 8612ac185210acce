"""QuickBooks' query language: select, where, orderby, startposition, maxresults."""

import re
from datetime import datetime
from typing import Any

QUERY = re.compile(
    r"select (?P<what>\*|count\(\*\)|[\w, .]+?) from (?P<entity>\w+)"
    r"(?: where (?P<where>.+?))?(?: orderby (?P<order>[\w.]+)(?: asc)?)?"
    r"(?: startposition (?P<start>-?\d+))?(?: maxresults (?P<most>\d+))?",
    re.IGNORECASE,
)
CONDITION = re.compile(r"([\w.]+) (>=|>|=|in) (?:'([^']*)'|\(([^)]*)\))", re.IGNORECASE)
Records = list[dict[str, Any]]
NAME_LISTS = ("Customer", "Account")
"""Lists that tell only active records unless `Active IN (true, false)` is asked."""


class QueryError(ValueError):
    """A query that QuickBooks refuses."""


def ask(entities: dict[str, Records], said: str) -> dict[str, Any]:
    """Return the QueryResponse; one without records has no key for them."""
    match = QUERY.fullmatch(said.strip())
    if match is None or match["entity"] not in entities:
        raise QueryError(f"Error parsing query: {said}")
    start, most = int(match["start"] or 1), min(int(match["most"] or 100), 1000)
    if start < 1:
        raise QueryError(f"value {start} is too small. Min allowed value is 1")
    entity = match["entity"]
    found = _where(entities[entity], match["where"] or "", entity)
    if match["what"].lower() == "count(*)":
        return {"totalCount": len(found)}
    if match["order"]:
        found = sorted(found, key=lambda record: comparable(record, match["order"]))
    page = found[start - 1 : start - 1 + most]
    if match["what"] != "*":
        names = [name.strip() for name in match["what"].split(",")]
        page = [{name: record.get(name) for name in names} for record in page]
    if not page:
        return {}
    return {entity: page, "startPosition": start, "maxResults": len(page)}


def _where(records: Records, said: str, entity: str) -> Records:
    found = records
    is_active_asked = False
    for part in re.split(r"\s+and\s+", said, flags=re.IGNORECASE) if said else ():
        match = CONDITION.fullmatch(part.strip())
        if match is None:
            raise QueryError(f"Error parsing condition: {part}")
        field, how, value, values = match.groups()
        if field == "Active" and how.lower() == "in":
            is_active_asked = True
            wanted = {word.strip() == "true" for word in values.split(",")}
            found = [r for r in found if r.get("Active", True) in wanted]
            continue
        limit = _comparable(field, value)
        found = [
            record
            for record in found
            if (comparable(record, field) > limit and how != "=")
            or (comparable(record, field) == limit and how != ">")
        ]
    if entity in NAME_LISTS and not is_active_asked:
        found = [record for record in found if record.get("Active", True)]
    return found


def comparable(record: Any, field: str) -> Any:
    """Return the value of a dotted field; times compare as moments."""
    for name in field.split("."):
        record = record.get(name, "") if isinstance(record, dict) else ""
    return _comparable(field, record)


def _comparable(field: str, value: Any) -> Any:
    return datetime.fromisoformat(value) if field.startswith("MetaData.") else value
