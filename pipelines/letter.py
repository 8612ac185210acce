"""The digest as people read it: a subject and short paragraphs, the largest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipelines.channels import OWNERS
from pipelines.digest import Digest, News

SHOWN = 5
"""How many findings of an owner are told in full; the others are counted."""


@dataclass(frozen=True)
class Letter:
    """What is sent: one line that says it, and what is worth reading below."""

    subject: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the paragraphs as plain text."""
        return "\n\n".join(self.paragraphs)


def letter(told: Digest, *, owner_role: str = "") -> Letter:
    """Return the digest in words for one owner, or for everybody."""
    told = told.of(owner_role)
    came = [news for news in told.news if news.status != "resolved"]
    gone = [news for news in told.news if news.status == "resolved"]
    paragraphs = [told.marks] if told.marks else []
    if told.moves:
        paragraphs.append("\n".join(move.sentence for move in told.moves))
    for role in OWNERS:
        own = [news for news in came if news.owner_role == role]
        if own:
            is_told = may_be_told(own[0], owner_role)
            paragraphs.append(_to_fix(role, own, is_told=is_told))
    if gone:
        paragraphs.append(
            f"{_things(len(gone))} no longer found: "
            f"{_money(gone)} less at stake. Nothing is left to do about "
            f"{'it' if len(gone) == 1 else 'them'}."
        )
    paragraphs.append(_foot(told))
    return Letter(_subject(told, came, gone), tuple(paragraphs))


def may_be_told(news: News, owner_role: str) -> bool:
    """Say whether a finding may leave the warehouse in full for this owner's channel.

    What must be fixed in HR is about employees: others hear only how many there are.
    """
    return news.owner_role != "people" or owner_role == "people"


def failure(firm_name: str, sentence: str) -> Letter:
    """Return the letter about a night that was not published, and why."""
    return Letter(f"{firm_name}: the night was not published", (sentence,))


def _subject(told: Digest, came: list[News], gone: list[News]) -> str:
    new = [news for news in came if news.status == "new"]
    parts = [
        f"{len(new):,} new to fix" if new else "",
        f"{len(came) - len(new):,} back" if len(came) > len(new) else "",
        f"{len(gone)} fixed" if gone else "",
        "numbers moved" if told.moves and not told.news else "",
        "published with marks" if told.marks else "",
    ]
    said = ", ".join(part for part in parts if part) or "nothing changed"
    return f"{told.firm_name}: {said}"


def _to_fix(role: str, own: list[News], *, is_told: bool) -> str:
    head = f"For {role}: {_things(len(own))} to fix, {_money(own)} at stake."
    if not is_told:
        return f"{head} The dashboard lists {'it' if len(own) == 1 else 'them'}."
    lines = [
        f"- {'Back again: ' if news.status == 'regressed' else ''}{news.sentence}"
        + (f" {news.fix_url}" if news.fix_url else "")
        for news in own[:SHOWN]
    ]
    if len(own) > SHOWN:
        lines.append(f"- And {len(own) - SHOWN:,} more; the dashboard lists them.")
    return "\n".join([head, *lines])


def _foot(told: Digest) -> str:
    day = date.fromisoformat(told.as_of)
    invented = " The firm is invented; no figure is real." if told.is_invented else ""
    return (
        f"As of {day.day} {day:%B %Y}, generation {told.generation}. Correct a record "
        f"in the system that owns it; the next night sees it.{invented}"
    )


def _money(news: Iterable[News]) -> str:
    sums: dict[str, Decimal] = {}
    for one in news:
        sums[one.currency_code] = (
            sums.get(one.currency_code, Decimal(0)) + one.money_at_stake
        )
    said = [f"{code} {amount:,.2f}" for code, amount in sorted(sums.items()) if amount]
    return " and ".join(said) or "no money"


def _things(number: int) -> str:
    return f"{number:,} thing" + ("" if number == 1 else "s")
