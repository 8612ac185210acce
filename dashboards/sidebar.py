"""The sidebar: search, pages and the filters that apply to the page shown."""

import streamlit as st

from dashboards import filters, words
from dashboards.choices import choice
from dashboards.search import search

PAGES = {
    "pages/which_number.py": "Which number is correct?",
    "pages/why_different.py": "Why are these numbers different?",
    "pages/where_to_fix.py": "Where should this be fixed?",
    "pages/match_finance.py": "Why doesn't the dashboard match finance?",
    "pages/every_month.py": "Why are we reconciling this in a spreadsheet again?",
    "pages/what_changed.py": "What changed since last week?",
    "pages/on_time.py": "Did each handoff happen on time?",
    "pages/making_money.py": "Are we making money on this work?",
    "pages/left_to_do.py": "What is sold but not yet delivered or billed?",
    "pages/enough_people.py": "Do we have the people for the work?",
    "pages/clean_up.py": "What should each system clean up?",
    "pages/trust.py": "Can I trust the data today?",
    "pages/same.py": "Are these the same?",
    "pages/definitions.py": "What does this number mean?",
}
"""The pages that the sidebar lists; each title is the question it answers."""
HIDDEN = {
    "pages/records.py": "Which records make this number?",
    "pages/record.py": "What do we know about this record?",
}
"""The pages that only a drill leads to."""
ADDRESSES = {
    "pages/which_number.py": "which-number",
    "pages/why_different.py": "why-different",
    "pages/where_to_fix.py": "where-to-fix",
    "pages/match_finance.py": "dashboard-or-finance",
    "pages/every_month.py": "spreadsheet-again",
    "pages/what_changed.py": "changes-since",
    "pages/on_time.py": "handoffs-on-time",
    "pages/making_money.py": "money-made",
    "pages/left_to_do.py": "work-left",
    "pages/enough_people.py": "people-and-work",
    "pages/clean_up.py": "what-to-clean",
    "pages/trust.py": "data-trust",
    "pages/same.py": "one-or-two",
    "pages/definitions.py": "what-it-means",
    "pages/records.py": "step-records",
    "pages/record.py": "one-record",
}
"""The URL path of each page.

None equals its file's name: until st.navigation has run for the first time, Streamlit
looks for such files itself and would draw the page without its frame.
"""
APPLY = {
    "which-number": ("client", "project", "period", "actual"),
    "why-different": ("client", "project", "period", "actual"),
    "where-to-fix": ("client",),
    "changes-since": ("client",),
    "spreadsheet-again": ("client", "period"),
    "handoffs-on-time": ("client",),
    "money-made": ("client", "period"),
    "work-left": ("client",),
    "one-or-two": ("client",),
    "what-to-clean": ("client",),
    "dashboard-or-finance": ("client", "period"),
    "step-records": ("client", "project", "period"),
}
"""The filters that mean something on a page, by its URL path."""


def sidebar(url_path: str, shown: filters.Filters) -> None:
    """Draw search, pages and filters; a filter that does not apply is not shown."""
    with st.sidebar:
        search()
        with st.container(key="links-pages", gap="xsmall"):
            for page, question in PAGES.items():
                filters.link(page, question)
        names = APPLY.get(url_path, ())
        if "client" in names:
            choice(
                "client",
                "Client",
                shown.client,
                {"": "All clients", **filters.clients()},
            )
        if "project" in names:
            known = filters.projects(shown.client)
            choice(
                "project",
                "Project",
                shown.project,
                {"": "All projects"}
                | {key: str(row["project_name"]) for key, row in known.items()},
            )
        if "period" in names:
            months = filters.periods(shown.scope_kind, shown.scope_id)
            months += [shown.period] * (shown.period not in months)
            choice(
                "period",
                "Period",
                shown.period,
                {key: words.period(key) for key in months},
            )
        if "actual" in names:
            choice(
                "actual",
                "Actual means",
                shown.actual,
                {"billed": "Billed", "recognised": "Recognised"},
            )
        if filters.carried():
            with st.container(key="links-clear"):
                st.page_link(
                    "pages/which_number.py", label="Clear all filters", query_params={}
                )
