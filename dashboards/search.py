"""The search box: type part of a name, choose, and be there."""

import streamlit as st

from dashboards.warehouse import Row, read

PROMPT = "Find a client, project, deal or invoice"
FOUND = """
select 'client' as kind, client_id as id, 'Client · ' || client_name as label
from marts.clients
union all
select 'project', project_id, 'Project · ' || project_name
from marts.projects
union all
select 'record', source_system || ':' || source_record_type || ':' || source_record_id,
    'Deal · ' || deal_name || ' · ' || source_record_id
from marts.deals
union all
select 'record', source_system || ':' || source_record_type || ':' || source_record_id,
    'Invoice · ' || coalesce(invoice_number, source_record_id)
from marts.invoices
order by label, id
"""


def findable() -> dict[tuple[str, str], str]:
    """Return everything that can be found: kind and id, and how it is listed."""
    rows: list[Row] = read(FOUND)
    return {(row["kind"], row["id"]): row["label"] or row["id"] for row in rows}


def search() -> None:
    """Draw the box; a choice opens the client's or project's numbers, or the record."""
    labels = findable()
    st.selectbox(
        PROMPT,
        list(labels),
        index=None,
        format_func=lambda option: labels.get(option, ""),
        placeholder="Type a name or number",
        key="search",
        on_change=_remember,
    )
    chosen = st.session_state.pop("search-chosen", None)
    if chosen is None:
        return
    kind, key = chosen
    if kind == "record":
        st.switch_page("pages/record.py", query_params={"record": key})
    st.switch_page("pages/which_number.py", query_params={kind: key})


def _remember() -> None:
    """Keep the choice for this run and empty the box for the next search."""
    st.session_state["search-chosen"] = st.session_state["search"]
    st.session_state["search"] = None
