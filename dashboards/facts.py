"""The map of facts, what systems call them, and how codes count: asked and worded."""

from base64 import b64encode
from collections.abc import Sequence

from dashboards import words
from dashboards.warehouse import Row, has, read
from pipelines.fact_map import Way, picture, said

WAYS = """
select owner_role, to_role, count(*) as n_facts, sum(n_broken) as n_broken
from marts.fact_flows
where to_role is not null and owner_role != 'plumbline'
group by all
order by all
"""
BROKEN = """
select entity, field, owner_role, to_role, responsible, n_broken, explanation
from marts.fact_flows
where n_broken > 0
order by n_broken desc, entity, field, to_role
"""
TERMS = """
select glossary.term, connections.system, glossary.called, glossary.kind
from rules.glossary
inner join (select distinct role, system from rules.connections) as connections
    using (system)
order by term, list_position(['crm', 'psa', 'accounting', 'hr'], role), system
"""
CODES = """
select
    code_kind, source_system, count(*) as n_codes,
    count(*) filter (where is_mapped) as n_mapped,
    string_agg(code, ', ' order by code) filter (where not is_mapped) as unmapped
from marts.code_mappings
group by all
order by all
"""


def ways() -> list[Way]:
    """Return what the systems tell each other; nothing in a pilot."""
    asked = read(WAYS) if has("marts.fact_flows") else []
    return [
        Way(row["owner_role"], row["to_role"], row["n_facts"], int(row["n_broken"]))
        for row in asked
    ]


def drawn(told: Sequence[Way]) -> str:
    """Return the map as an image of the page, with its words beside it."""
    data = b64encode(picture(told).encode()).decode()
    return (
        f'<img class="map" alt="{said(told)}" src="data:image/svg+xml;base64,{data}">'
    )


def broken() -> list[Row]:
    """Return the facts that do not arrive as their owner has them."""
    return read(BROKEN)


def sentence(told: Sequence[Way]) -> str:
    """Say how many facts travel, and on how many ways some are broken."""
    n_facts = words.count(sum(way.n_facts for way in told), "fact")
    n_broken = sum(1 for way in told if way.n_broken)
    if not n_broken:
        return f"{n_facts} travel {words.count(len(told), 'way')}. None is broken."
    return (
        f"{n_facts} travel {words.count(len(told), 'way')} between the systems. "
        f"On {words.count(n_broken, 'way')} some arrive changed."
    )


def glossary() -> list[tuple[str, str]]:
    """Return each term with what the firm's own systems call it."""
    found: dict[str, list[str]] = {}
    for row in read(TERMS) if has("rules.glossary") else []:
        kind = "" if row["kind"] == "record" else f" ({row['kind']})"
        called = f"{row['called']} in {words.system(row['system'])}{kind}"
        found.setdefault(words.capital(row["term"]), []).append(called)
    return [(term, ", ".join(called)) for term, called in found.items()]


def codes() -> list[Row]:
    """Return how many stages, accounts and service codes count as something."""
    return read(CODES) if has("marts.code_mappings") else []
