"""As much SOQL as a reader of records needs: SELECT, FROM, WHERE with AND."""

import operator
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pipelines.sandbox.speaks.salesforce_fields import types

Told = dict[str, Any]
QUERY = re.compile(
    r"SELECT (?P<fields>.+?) FROM (?P<name>\w+)(?: WHERE (?P<where>.+))?", re.S
)
CONDITION = re.compile(r"([\w.]+) (>=|<=|!=|=|>|<) (\S+)")
COMPARE = {
    ">=": operator.ge,
    "<=": operator.le,
    "!=": operator.ne,
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}


class SoqlError(ValueError):
    """A query that Salesforce does not take; `code` is its errorCode."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def ask(
    soql: str, objects: Mapping[str, Sequence[Told]], hidden: frozenset[str]
) -> tuple[str, list[str], list[Told]]:
    """Return the object, the fields and the records that a query asks for.

    Raises SoqlError for what cannot be read, and for what is in `hidden`.
    """
    parsed = QUERY.fullmatch(soql.strip())
    if parsed is None:
        raise SoqlError("MALFORMED_QUERY", f"unexpected token in {soql[:60]!r}")
    name, fields = parsed["name"], re.split(r",\s*", parsed["fields"])
    if name not in objects:
        raise SoqlError("INVALID_TYPE", f"sObject type '{name}' is not supported.")
    known = types(name).keys() - hidden
    conditions = parsed["where"].split(" AND ") if parsed["where"] else []
    compared = [CONDITION.fullmatch(condition.strip()) for condition in conditions]
    for path in [*fields, *(found[1] for found in compared if found)]:
        if path not in known:
            raise SoqlError(
                "INVALID_FIELD", f"No such column '{path}' on entity '{name}'."
            )
    rows = list(objects[name])
    for found in compared:
        if found is None:
            raise SoqlError("MALFORMED_QUERY", "unexpected condition")
        path, sign, wanted = found.groups()
        rows = [
            row
            for row in rows
            if row[path] is not None
            and COMPARE[sign](_value(row[path]), _value(wanted))
        ]
    return name, fields, rows


def told(name: str, fields: Sequence[str], row: Told, version: str) -> Told:
    """Return a record as a query tells it: a parent's fields lie in an object."""
    url = f"/services/data/{version}/sobjects/{name}/{row['Id']}"
    found: Told = {"attributes": {"type": name, "url": url}}
    for path in fields:
        *parents, field = path.split(".")
        at = found
        for parent in parents:
            at = at.setdefault(parent, {"attributes": {"type": parent}})
        at[field] = row[path]
    return found


def _value(said: Any) -> Any:
    if not isinstance(said, str):
        return said
    if said in ("true", "false"):
        return said == "true"
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return said.strip("'")
