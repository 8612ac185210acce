"""Why two client records are, or are not, one client: `make why A=… B=…`.

Any two records can be asked for, also two that no night ever compared.
"""

from pathlib import Path
from typing import TextIO

import duckdb

from pipelines.firm import FirmError
from pipelines.warehouse import connection
from pipelines.weighing import warehouse_of, weigh

OUTCOMES = {
    "automatic": "enough to make them one by itself",
    "ask": "not enough to decide: a person is asked",
    "related": "sister companies, or parent and subsidiary",
    "same": "somebody, or their own system, said that they are one",
    "different": "somebody said that they are different",
    "no": "not enough to ask anybody",
}
"""What a band means, in words."""


def why(build: Path, left: str, right: str, out: TextIO) -> int:
    """Write what speaks for and against two records; return 0.

    Raises FirmError that names a record which no source holds, or one named twice.
    """
    with connection(warehouse_of(build)) as opened:
        one, other = sorted((_record(opened, left), _record(opened, right)))
        if one == other:
            raise FirmError(f"A and B are both {one}. Name two records.")
        told = [_names(opened, one, other), _compared(opened, one, other)]
    with connection(weigh(build, [(one, other)], build / "why")) as opened:
        told += _evidence(opened, one, other)
    out.write("\n".join(told) + "\n")
    return 0


def _record(opened: duckdb.DuckDBPyConnection, said: str) -> str:
    """Find a record by its key; its type may be the system's own word (company)."""
    system, _, key = said.partition(":")
    found = opened.execute(
        "select record_id from marts.client_records where record_id = $said "
        "or (source_system = $system and source_record_id = $key) "
        "order by record_id != $said, record_id",
        {"said": said, "system": system, "key": key.rpartition(":")[2]},
    ).fetchall()
    if not found:
        raise FirmError(
            f"No source holds the client record {said}. It is written as "
            "system:type:id, such as hubspot:account:1; see marts.client_records."
        )
    return str(found[0][0])


def _names(opened: duckdb.DuckDBPyConnection, one: str, other: str) -> str:
    rows = opened.execute(
        "select record_id, record_name, client_id from marts.client_records "
        "where record_id in (?, ?) order by record_id",
        [one, other],
    ).fetchall()
    (_, left_name, left_client), (_, right_name, right_client) = rows
    are = (
        f"are one client, {left_client}."
        if left_client == right_client
        else f"are two clients, {left_client} and {right_client}."
    )
    return f"{left_name} ({one}) and {right_name} ({other}) {are}"


def _compared(opened: duckdb.DuckDBPyConnection, one: str, other: str) -> str:
    found = opened.execute(
        "select found_by from intermediate.int_clients__paired "
        "where left_record = ? and right_record = ?",
        [one, other],
    ).fetchall()
    if found:
        return f"The night compared them: they share {found[0][0]}."
    skipped = opened.execute(
        "select found_by, n_items from intermediate.int_client_keys__listed "
        "where record_id in (?, ?) and is_skipped "
        "group by found_by, shared_key, n_items having count(*) = 2 order by all",
        [one, other],
    ).fetchall()
    if not skipped:
        return "The night never compared them: they share no key, name word or id."
    values = ", ".join(f"a {kind} that {n} names have" for kind, n in skipped)
    return f"The night never compared them: all they share is {values}."


def _evidence(opened: duckdb.DuckDBPyConnection, one: str, other: str) -> list[str]:
    rows = opened.execute(
        "select bits, evidence, level, left_value, right_value "
        "from marts.client_links where left_record = ? and right_record = ? "
        "order by position",
        [one, other],
    ).fetchall()
    [(total, band)] = opened.execute(
        "select match_bits, band from intermediate.int_clients__scored "
        "where left_record = ? and right_record = ?",
        [one, other],
    ).fetchall()
    lines = [
        f"  {bits:+8.1f}  {evidence} {level}{_values(left, right)}"
        for bits, evidence, level, left, right in rows
    ]
    return [*lines, f"  {total:+8.1f}  in all: {OUTCOMES[band]}."]


def _values(left: str | None, right: str | None) -> str:
    if left == right:
        return f" ({left})" if left else ""
    return f" ({left or 'nothing'} | {right or 'nothing'})"
