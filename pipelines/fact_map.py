"""The map of facts as a picture: which system tells which other one how much.

`make docs` draws what the seed `field_owners` declares into docs; a page of the
dashboard draws the same with what is broken on each way.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from pipelines.transform import PROJECT

PICTURE = PROJECT.parent / "docs" / "fact_map.svg"
PAGE = PROJECT.parent / "docs" / "fact_map.md"
OWNERS = PROJECT / "seeds" / "field_owners.csv"
NAMES = {"crm": "CRM", "psa": "PSA", "accounting": "Accounting", "hr": "HR"}
PLACES = {"crm": (20, 30), "accounting": (290, 30), "psa": (155, 250), "hr": (155, 440)}
"""Left upper corners of the boxes, in a picture of 420 x 500."""

WIDTH, HEIGHT = 110, 44
WAYS = {
    ("crm", "accounting"): (130, 43, 290, 43, 210, 36),
    ("accounting", "crm"): (290, 63, 130, 63, 210, 80),
    ("crm", "psa"): (60, 74, 165, 250, 63, 182),
    ("psa", "crm"): (195, 250, 95, 74, 166, 122),
    ("accounting", "psa"): (325, 74, 225, 250, 254, 150),
    ("psa", "accounting"): (255, 250, 360, 74, 357, 182),
    ("hr", "psa"): (195, 440, 195, 294, 143, 371),
    ("psa", "hr"): (225, 294, 225, 440, 277, 371),
}
"""Each way from box to box, and where its words stand."""

HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 500" role="img" \
font-family="sans-serif" font-size="13" text-anchor="middle">
<title>{title}</title>
<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" \
markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#55626f"/></marker></defs>
<rect width="420" height="500" fill="#ffffff"/>
"""


@dataclass(frozen=True)
class Way:
    """What one system tells another: how many facts, and how often that is broken."""

    from_role: str
    to_role: str
    n_facts: int
    n_broken: int | None = None
    """None where only the declared map is drawn."""

    @property
    def told(self) -> tuple[str, ...]:
        """Return the words beside the arrow, a line each."""
        facts = f"{self.n_facts} fact{'' if self.n_facts == 1 else 's'}"
        if self.n_broken is None:
            return (facts,)
        return facts, f"{self.n_broken:,} broken" if self.n_broken else "none broken"


def picture(ways: Sequence[Way]) -> str:
    """Return the SVG of these ways; a way that is broken is drawn and worded so."""
    parts = [HEAD.format(title=escape(said(ways)))]
    for way in ways:
        x1, y1, x2, y2, x, y = WAYS[way.from_role, way.to_role]
        colour = "#b3261e" if way.n_broken else "#55626f"
        parts.append(
            f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{colour}" stroke-width="2" '
            'fill="none" marker-end="url(#end)"/>\n'
        )
        for line, text in enumerate(way.told):
            drop = 15 * line - (15 if y < 40 and len(way.told) > 1 else 0)
            parts.append(
                f'<text x="{x}" y="{y + drop}" fill="{colour}" stroke="#ffffff" '
                f'stroke-width="4" paint-order="stroke">{text}</text>\n'
            )
    for role, (x, y) in PLACES.items():
        parts.append(
            f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="4" '
            'fill="#eef1f4" stroke="#1b2733"/>\n'
            f'<text x="{x + WIDTH // 2}" y="{y + 27}" font-weight="bold" '
            f'fill="#1b2733">{NAMES[role]}</text>\n'
        )
    return "".join([*parts, "</svg>\n"])


def said(ways: Sequence[Way]) -> str:
    """Return the picture in words, for those who do not see it."""
    told = [
        f"{NAMES[way.from_role]} to {NAMES[way.to_role]}: {', '.join(way.told)}"
        for way in ways
    ]
    return "Where facts go. " + "; ".join(told) + "."


def declared() -> list[Way]:
    """Return what `field_owners` declares: facts from owner to who copies them."""
    counts = Counter(
        (row["owner"], to) for row in _owners() for to in row["referenced_by"].split()
    )
    return [Way(*pair, n) for pair, n in sorted(counts.items())]


def page() -> str:
    """Return docs/fact_map.md: the picture, and each fact below its owner."""
    by_owner: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _owners():
        by_owner[row["owner"]].append(row)
    return "\n".join([MAP_HEAD, *(_of(by_owner[role], role) for role in NAMES)])


MAP_HEAD = """# The map of facts

Written by `make docs` from `dbt_project/seeds/field_owners.csv`; change it there. An
arrow goes from the system that owns facts to the one that copies them. Where the firm's
own map breaks, tonight, stands on the page "What does this number mean?" and in
`marts.fact_flows`.

![Which system tells which other one how many facts](fact_map.svg)
"""


def _of(rows: Sequence[dict[str, str]], role: str) -> str:
    lines = [
        f"## {NAMES[role]} owns\n",
        "| fact | begins in | goes to | when |",
        "| --- | --- | --- | --- |",
    ]
    for row in rows:
        goes = ", ".join(NAMES[to] for to in row["referenced_by"].split()) or "nobody"
        fact = f"{row['entity']}: {row['field'].replace('_', ' ')}"
        begins = NAMES.get(row["created_in"], row["created_in"])
        moved = ", ".join(row["event"].split()).replace("_", " ")
        lines.append(f"| {fact.replace('_', ' ')} | {begins} | {goes} | {moved} |")
    return "\n".join(lines) + "\n"


def _owners() -> Iterator[dict[str, str]]:
    with OWNERS.open(newline="", encoding="utf-8") as opened:
        yield from csv.DictReader(opened)
