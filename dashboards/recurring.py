"""Differences that come back every month, and the files that people still keep."""

from collections.abc import Callable, Sequence

from dashboards import recurring_asked as asked
from dashboards import words
from dashboards.export import workbook
from dashboards.filters import Filters
from dashboards.warehouse import Row, has, read


def recurring(shown: Filters) -> list[Row]:
    """Return causes to fix that came back in three or more of the last six months.

    Each with how many months, how much money it moved and how many records are behind.
    """
    scope = (shown.scope_kind, shown.scope_id)
    return read(asked.RECURRING, *scope, *scope)


def files() -> list[Row]:
    """Return which roles are loaded from files or sheets, and how many rows."""
    return read(asked.FILES) if has("rules.connections") else []


def fixes() -> list[Row]:
    """Return the latest edits that look like a list copied over a system."""
    return read(asked.FIXES) if has("marts.manual_fixes") else []


def shadows(client: str) -> list[Row]:
    """Return records of a list that somebody keeps beside a system, worst first."""
    return read(asked.SHADOWS, client) if has("marts.shadow_records") else []


def shadow_sentence(told: Sequence[Row]) -> str:
    """Say how many records of lists the systems lack, contradict and know."""
    states = [row["shadow_state"] for row in told]
    lacking, other = states.count("nowhere_else"), states.count("disagrees")
    known = states.count("repeats")
    return (
        f"{words.count(len(told), 'record')} in lists beside the systems: "
        f"{lacking} in no system, {other} with other facts, {known} known already."
    )


def reconciliation(shown: Filters, firm: Row) -> Callable[[], bytes]:
    """Return what makes the workbook nobody has to build: it runs when it is asked for.

    Numbers, steps and records of every client shown; each adds up to the one before.
    """
    scope = (shown.client, shown.period)
    asks = {"Numbers": asked.NUMBERS, "Steps": asked.STEPS, "Records": asked.RECORDS}
    return lambda: workbook(
        "Why are these numbers different?",
        shown.described,
        firm,
        {title: read(sql, *scope) for title, sql in asks.items()},
    )


def answer(name: str, found: Sequence[Row]) -> str:
    """Answer the page: how many differences come back, and that one fix ends each."""
    if not found:
        return f"{name}: no difference that needs a fix keeps coming back."
    n = words.count(len(found), "difference keeps", "differences keep")
    each = "Fix it once." if len(found) == 1 else "Fix each of them once."
    return f"{name}: {n} coming back. {each}"
