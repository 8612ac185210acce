"""Whoever was erased stays away: what a source tells again is replaced at once."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipelines.erased import Erased, read_erased
from pipelines.fetch import Reading
from pipelines.sources import Rejected
from pipelines.sources.rows import Rows


def without_erased(build: Path, read: Iterable[Reading]) -> list[Reading]:
    """Return what was read tonight with everybody who was erased kept away."""
    erased = read_erased(build)
    if not erased.marks:
        return list(read)
    return [
        replace(one, rows=_told_less(erased, one.rows)) if one.rows else one
        for one in read
    ]


def _told_less(erased: Erased, rows: Rows) -> Rows:
    def less(aside: Rejected) -> Rejected:
        return replace(
            aside,
            row_key=erased.said(aside.row_key),
            reason=erased.said(aside.reason),
            payload=erased.said(aside.payload),
        )

    return replace(
        rows,
        kept=erased.cleaned(rows.kept),
        rejected=tuple(map(less, rows.rejected)),
        flagged=tuple(map(less, rows.flagged)),
    )
