"""The filters: they live in the URL, so Back, Forward, Reload and links keep them.

The URL is the only store. Every link of ours carries the filters, a widget shows what
the URL says, and a choice is written into the URL before the page is drawn again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from dashboards import words
from dashboards.warehouse import Row, one, read

ALL = {"client": "", "project": "", "period": "to_date", "actual": "billed"}
"""Every filter with what it is when the URL does not name it."""


@dataclass(frozen=True)
class Filters:
    """What the URL asks for, after unknown values have been put aside."""

    client: str
    project: str
    period: str
    actual: str
    client_name: str
    project_name: str
    unknown: tuple[str, ...]

    @property
    def scope_kind(self) -> str:
        """The kind of scope whose numbers are shown."""
        return "project" if self.project else "client" if self.client else "firm"

    @property
    def scope_id(self) -> str:
        """The id of the scope whose numbers are shown."""
        return self.project or self.client or "firm"

    @property
    def scope_name(self) -> str:
        """What the scope is called in sentences."""
        return self.project_name or self.client_name or "The firm"

    @property
    def scope(self) -> tuple[str, str, str]:
        """Scope and period as the marts key them."""
        return self.scope_kind, self.scope_id, self.period

    @property
    def described(self) -> str:
        """Scope and period as a file or a title names them."""
        return f"{self.scope_name}, {words.period(self.period)}"


def clients() -> dict[str, str]:
    """Return every client's name by id, in the order of names."""
    rows = read(
        "select client_id, client_name from marts.clients order by lower(client_name)"
    )
    return {row["client_id"]: row["client_name"] or row["client_id"] for row in rows}


def projects(client: str) -> dict[str, Row]:
    """Return the projects of a client, or of all clients, by id."""
    rows = read(
        "select project_id, project_name, client_id from marts.projects "
        "where ? in ('', client_id) order by lower(project_name), project_id",
        client,
    )
    return {row["project_id"]: row for row in rows}


def periods(scope_kind: str, scope_id: str) -> list[str]:
    """Return the periods a scope has numbers for: to date, months latest first."""
    rows = read(
        "select distinct period from marts.revenue_anchors "
        "where scope_kind = ? and scope_id = ? and period != 'to_date' "
        "order by period = 'no_date', period desc",
        scope_kind,
        scope_id,
    )
    return ["to_date", *(row["period"] for row in rows)]


def current() -> Filters:
    """Read the filters from the URL; what it asks for in vain is put into words."""
    asked = {name: st.query_params.get(name, value) for name, value in ALL.items()}
    unknown = []
    names = clients()
    client = _found(asked["client"], names)
    if asked["client"] and not client:
        unknown.append(
            f"We found no client called {asked['client']}. Showing all clients."
        )
    known = projects(client)
    project = asked["project"] if asked["project"] in known else ""
    if asked["project"] and not project:
        unknown.append(
            f"We found no project called {asked['project']} here. Showing all projects."
        )
    scope = ("project", project) if project else ("client", client)
    months = periods(*scope) if project or client else periods("firm", "firm")
    period, actual = asked["period"], asked["actual"]
    if period not in months and not _is_month(period):
        unknown.append(f"We know no period called {period}. Showing all to date.")
        period = "to_date"
    if actual not in ("billed", "recognised"):
        unknown.append(f"Actual cannot mean {actual}. Showing what was billed.")
        actual = "billed"
    return Filters(
        client,
        project,
        period,
        actual,
        names.get(client, ""),
        str(known[project]["project_name"]) if project else "",
        tuple(unknown),
    )


def _found(asked: str, names: Mapping[str, str]) -> str:
    """Return the id that was asked for, by id or by name."""
    if asked in names:
        return asked
    return next((i for i, n in names.items() if n.lower() == asked.lower()), "")


def _is_month(period: str) -> bool:
    known = one(
        "select 1 as known from marts.revenue_anchors where period = ? limit 1", period
    )
    return bool(known)


def carried(**changes: str) -> dict[str, str]:
    """Return the URL's filters with these changes; what is default is left out."""
    asked = {name: st.query_params.get(name, value) for name, value in ALL.items()}
    kept = {**asked, **changes}
    return {name: value for name, value in kept.items() if value != ALL.get(name, "")}


def link(page: str, label: str, **changes: str) -> None:
    """Draw a real link to a page; it carries the filters and these changes."""
    st.page_link(page, label=words.plain(label), query_params=carried(**changes))
