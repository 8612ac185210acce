"""Pairs of records that may be one: what a person must decide, and what a rule decided.

A question is a pair whose evidence says too little. A copy is a pair that a rule took
for one record entered twice; a person may overrule it.
"""

from dataclasses import dataclass
from decimal import Decimal

from dashboards import words
from dashboards.anchors import ANCHORS, anchors
from dashboards.pairs_asked import CLIENT_OF, COPIES, EVIDENCE, QUESTIONS
from dashboards.warehouse import Row, has, read

REPORTED = {
    "deal": ("crm_reported", "expected"),
    "project": ("psa_reported", "planned"),
    "invoice": ("accounting_reported", "billed"),
}
"""The number a copy inflates in its system, and the clean one it was left out of."""


@dataclass(frozen=True)
class Pair:
    """Two records, what is asked about them and how much money it moves."""

    entity: str
    left_record: str
    right_record: str
    left_name: str
    right_name: str
    sentence: str
    money_at_stake: Decimal
    currency_code: str
    evidence_hash: str
    """What was compared: an unsure pair is asked again once this changes."""
    left_client_id: str
    right_client_id: str
    is_copy: bool

    @property
    def key(self) -> str:
        """The pair as the URL names it."""
        return f"{self.left_record}|{self.right_record}"

    @property
    def label(self) -> str:
        """The pair as a list names it."""
        kind = words.capital(self.entity)
        return f"{kind}: {self.left_name or '?'} and {self.right_name or '?'}"


def pairs(client: str) -> list[Pair]:
    """Return every pair of a client, or of all: questions first, then the money."""
    asked = [
        row
        for entity, (left, right) in CLIENT_OF.items()
        if has(f"marts.{entity}_questions")
        for row in read(
            QUESTIONS.format(entity=entity, left_client=left, right_client=right)
        )
    ]
    found = [
        Pair(**row, is_copy=is_copy)
        for rows, is_copy in ((asked, False), (read(COPIES), True))
        for row in rows
        if client in ("", row["left_client_id"], row["right_client_id"])
    ]
    return sorted(found, key=lambda p: (p.is_copy, -(p.money_at_stake or 0), p.key))


def evidence(pair: Pair) -> list[Row]:
    """Return what was compared, the heaviest first; nothing for deals and invoices."""
    if not has(f"marts.{pair.entity}_links"):
        return []
    keys = (pair.left_record, pair.right_record) * 2
    return read(EVIDENCE.format(entity=pair.entity), *keys)


def effect(pair: Pair) -> list[str]:
    """Say which numbers each answer would change, before anybody decides."""
    if pair.is_copy:
        return _effect_of_a_copy(pair)
    if pair.entity != "client":
        return ["No number of the firm changes; the two only stand together."]
    left = anchors("client", pair.left_client_id, "to_date")
    right = anchors("client", pair.right_client_id, "to_date")
    moved = [
        f"{ANCHORS[a].label} {words.cents(left.get(a, Decimal(0)))} and "
        f"{words.cents(right.get(a, Decimal(0)))} become "
        f"{words.cents(left.get(a, Decimal(0)) + right.get(a, Decimal(0)))}."
        for a in ("expected", "planned", "billed")
        if a in left or a in right
    ]
    return [
        "If they are the same, two clients become one.",
        *moved,
        "If they are different or related, nothing changes.",
    ]


def _effect_of_a_copy(pair: Pair) -> list[str]:
    shown, clean = REPORTED[pair.entity]
    amounts = anchors("client", pair.left_client_id, "to_date")
    money, said = pair.money_at_stake, []
    # An export of invoices holds tax, a copy's money does not: no difference to say.
    if shown in amounts and pair.entity != "invoice":
        said.append(
            f"{words.role(ANCHORS[shown].role)} shows {words.cents(amounts[shown])}; "
            f"without the copy it is {words.cents(amounts[shown] - money)}."
        )
    if clean in amounts:
        label = words.small(ANCHORS[clean].label)
        said.append(
            f"If you say they are different, {label} becomes "
            f"{words.cents(amounts[clean] + money)} instead of "
            f"{words.cents(amounts[clean])}."
        )
    return said or [f"{pair.currency_code} {words.cents(money)} was left out."]
