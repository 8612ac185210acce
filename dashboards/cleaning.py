"""Cleaning up: what each system must merge, write and correct, and what to repair."""

from collections.abc import Mapping, Sequence

from dashboards import words
from dashboards.warehouse import Row, read

TASKS = """
select
    task_id, task_kind, record_id, role, owner_role, sentence, money_at_stake, position
from marts.clean_up_tasks
where ? in ('', client_id)
    and ? in ('', role)
order by position, role, task_id
"""
REPAIRS = """
select
    position, label, owner_role, n_broken, money_at_stake, oldest_working_days,
    done_day_number
from marts.integration_scores
where is_in_ninety_days
order by position
"""
KINDS = {"merge": "Merge", "write_id": "Write an id", "correct": "Correct"}
"""How a kind of task is told."""


def tasks(client: str, role: str) -> list[Row]:
    """Return what is to be cleaned up, of one client and system or of all."""
    return read(TASKS, client, role)


def repairs() -> list[Row]:
    """Return the integrations to repair within ninety working days, in order."""
    return read(REPAIRS)


def answer(name: str, found: Sequence[Mapping[str, object]]) -> str:
    """Answer the page: how much there is to clean up, and in which systems."""
    if not found:
        return f"{name}: there is nothing to clean up."
    per_role: dict[str, int] = {}
    for row in found:
        role = words.role(str(row["role"]))
        per_role[role] = per_role.get(role, 0) + 1
    told = words.listed([f"{n} in {role}" for role, n in sorted(per_role.items())])
    return f"{name}: {words.count(len(found), 'thing')} to clean up: {told}."
