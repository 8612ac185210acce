"""Why two records are, or are not, one client, project or person: `make why A=… B=…`.

Any two records can be asked for, also two that no night ever compared.
"""

from pathlib import Path
from typing import TextIO

import duckdb

from pipelines.firm import FirmError
from pipelines.warehouse import connection
from pipelines.weighing import PAIRED, PLURALS, warehouse_of, weigh, weigh_beside

OUTCOMES = {
    "automatic": "enough to make them one by itself",
    "ask": "not enough to decide: a person is asked",
    "related": "sister companies, or parent and subsidiary",
    "same": "somebody, or their own system, said that they are one",
    "different": "somebody said that they are different",
    "no": "not enough to ask anybody",
}
"""What a band means, in words."""
PAIR = "list_sort([left_record, right_record]) = [?, ?]"
"""A project of the PSA stands left of one of accounting, whatever they are called."""


def why(build: Path, left: str, right: str, out: TextIO) -> int:
    """Write what speaks for and against two records; return 0.

    Raises FirmError that names a record which no source holds, two of different kinds,
    or one named twice.
    """
    with connection(warehouse_of(build)) as opened:
        two = [_record(opened, said) for said in (left, right)]
        (entity, one), (other_entity, other) = sorted(two)
        if entity != other_entity:
            raise FirmError(f"{one} is a {entity} and {other} a {other_entity}.")
        if one == other:
            raise FirmError(f"A and B are both {one}. Name two records.")
        told = [_names(opened, entity, one, other)]
        told.append(_compared(opened, entity, one, other))
    weighed = (
        weigh(build, [(one, other)], build / "why")
        if entity == "client"
        else weigh_beside(build, entity, (one, other), build / "why")
    )
    with connection(weighed) as opened:
        told += _evidence(opened, entity, one, other)
    weighed.unlink()  # Only what dbt read of the models stays for the next question.
    out.write("\n".join(told) + "\n")
    return 0


def _record(opened: duckdb.DuckDBPyConnection, said: str) -> tuple[str, str]:
    """Find a record by its key; its type may be the system's own word (company).

    The key of a client goes before that of a project or person where its type is
    no word of ours.
    """
    system, _, key = said.partition(":")
    for entity in PLURALS:
        found = opened.execute(
            f"select record_id from marts.{entity}_records where record_id = $said",
            {"said": said},
        ).fetchall()
        if found:
            return entity, said
    found = opened.execute(
        "select record_id from marts.client_records "
        "where source_system = $system and source_record_id = $key order by record_id",
        {"system": system, "key": key.rpartition(":")[2]},
    ).fetchall()
    if not found:
        raise FirmError(
            f"No source holds the record {said}. It is written as system:type:id, such "
            "as hubspot:account:1; see marts.client_records, project_records and "
            "person_records."
        )
    return "client", str(found[0][0])


def _names(opened: duckdb.DuckDBPyConnection, entity: str, one: str, other: str) -> str:
    rows = opened.execute(
        f"select record_id, record_name, {entity}_id from marts.{entity}_records "
        "where record_id in (?, ?) order by record_id",
        [one, other],
    ).fetchall()
    (_, left_name, left_id), (_, right_name, right_id) = rows
    are = (
        f"are one {entity}, {left_id}."
        if left_id == right_id
        else f"are two {PLURALS[entity]}, {left_id} and {right_id}."
    )
    return f"{left_name} ({one}) and {right_name} ({other}) {are}"


def _compared(
    opened: duckdb.DuckDBPyConnection, entity: str, one: str, other: str
) -> str:
    if entity != "client":
        found = opened.execute(
            f"select 1 from marts.{entity}_links where {PAIR} limit 1", [one, other]
        ).fetchall()
        return (
            "The night compared them."
            if found
            else "The night never compared them: nothing brought them together."
        )
    found = opened.execute(
        f"select found_by from {PAIRED} where {PAIR}", [one, other]
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


def _evidence(
    opened: duckdb.DuckDBPyConnection, entity: str, one: str, other: str
) -> list[str]:
    rows = opened.execute(
        "select bits, evidence, level, left_value, right_value "
        f"from marts.{entity}_links where {PAIR} order by position",
        [one, other],
    ).fetchall()
    [(total, band)] = opened.execute(
        f"select match_bits, band from intermediate.int_{PLURALS[entity]}__scored "
        f"where {PAIR}",
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
