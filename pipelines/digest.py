"""What is new since the night before, in words: the text of the digest.

Nothing is said when nothing changed.
"""

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import duckdb

from pipelines.generations import published
from pipelines.manifest import read_manifest
from pipelines.report import saved
from pipelines.warehouse import connection

ANCHORS = {
    "expected": "Sold",
    "planned": "Planned",
    "delivered": "Delivered",
    "billed": "Billed",
    "recognised": "Recognised",
    "paid": "Paid",
}
MOVED = """
select anchor, tonight.anchor_amount, before.anchor_amount as was, currency_code
from analysts.marts.revenue_anchors as tonight
inner join earlier.marts.revenue_anchors as before
    using (scope_kind, scope_id, period, anchor, currency_code)
where scope_kind = 'firm' and period = 'to_date'
    and tonight.anchor_amount != before.anchor_amount
"""
NEWS = """
select
    tonight.finding_id, tonight.status, tonight.owner_role, tonight.fix_in,
    tonight.sentence, coalesce(tonight.fix_url, '') as fix_url,
    coalesce(tonight.money_at_stake, 0.00)::decimal(18, 2) as money_at_stake,
    coalesce(tonight.currency_code, '') as currency_code
from analysts.quality.findings as tonight
left join {earlier} as before on tonight.finding_id = before.finding_id
where tonight.status in ('new', 'regressed', 'resolved')
    and tonight.status is distinct from before.status
    and (tonight.status != 'resolved' or before.finding_id is not null)
order by money_at_stake desc, tonight.finding_id
"""
NONE_EARLIER = "(select null::varchar as finding_id, null::varchar as status)"


@dataclass(frozen=True)
class Move:
    """One of the firm's numbers that is not what it was."""

    anchor: str
    anchor_amount: Decimal
    was: Decimal
    currency_code: str

    @property
    def sentence(self) -> str:
        """Say how far it moved, and to what."""
        way = "up" if self.anchor_amount > self.was else "down"
        return (
            f"{ANCHORS[self.anchor]} went {way} by {self.currency_code} "
            f"{abs(self.anchor_amount - self.was):,.2f} to {self.anchor_amount:,.2f}."
        )


@dataclass(frozen=True)
class News:
    """A finding that came, came back or went since the night before."""

    finding_id: str
    status: str
    owner_role: str
    fix_in: str
    sentence: str
    fix_url: str
    money_at_stake: Decimal
    currency_code: str


@dataclass(frozen=True)
class Digest:
    """What one night has to say, before it is cut to a reader."""

    firm_name: str
    as_of: str
    generation: int
    is_invented: bool
    marks: str
    """Why the night is published with marks; empty when every source was complete."""
    moves: tuple[Move, ...]
    news: tuple[News, ...]

    def of(self, owner_role: str) -> "Digest":
        """Return only what this owner must act on; the firm's numbers stay."""
        own = tuple(
            n for n in self.news if not owner_role or n.owner_role == owner_role
        )
        return replace(self, news=own)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing changed since the night before."""
        return not (self.marks or self.moves or self.news)


def digest(build: Path) -> Digest | None:
    """Return what the published generation has that the one before had not.

    None before the first publication. On a first night every finding is new.
    """
    now = published(build)
    manifest = read_manifest(now.folder) if now else None
    report = saved(now.folder) if now else None
    if not now or not manifest or not report:
        return None
    before = build / "generations" / str(manifest.begun_from) / "analysts.duckdb"
    has_before = before.is_file()
    earlier_report = saved(before.parent) if has_before else None
    was_marked = earlier_report.explanation if earlier_report else ""
    with connection(now.folder / "analysts.duckdb") as opened:
        if has_before:
            opened.execute(f"attach '{before}' as earlier (read_only)")
        moves, news = _moves(opened) if has_before else (), _news(opened, has_before)
        invented = opened.execute("select is_invented from rules.firm").fetchall()
    return Digest(
        firm_name=manifest.firm_name,
        as_of=manifest.as_of,
        generation=manifest.generation,
        is_invented=bool(invented[0][0]),
        marks=report.explanation
        if report.incomplete and report.explanation != was_marked
        else "",
        moves=moves,
        news=news,
    )


def _moves(opened: duckdb.DuckDBPyConnection) -> tuple[Move, ...]:
    moved = {row[0]: Move(*row) for row in opened.execute(MOVED).fetchall()}
    return tuple(moved[anchor] for anchor in ANCHORS if anchor in moved)


def _news(opened: duckdb.DuckDBPyConnection, has_before: bool) -> tuple[News, ...]:
    earlier = "earlier.quality.findings" if has_before else NONE_EARLIER
    found = opened.execute(NEWS.format(earlier=earlier)).fetchall()
    return tuple(News(*row) for row in found)
