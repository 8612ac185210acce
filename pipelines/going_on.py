"""Read a connection, going on from the answers that an earlier run kept."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.sources import LimitError, PassingError, Source
from pipelines.sources.kept_answers import KeptAnswers

SignIn = Callable[[KeptAnswers | None], Source]


def read_on(
    connection: Connection,
    sign_in: SignIn,
    folder: Path | None,
    read: Callable[[Source], list[Reading]],
    now: datetime,
) -> list[Reading]:
    """Read every table of one connection; ``folder`` keeps what an early end leaves.

    Where going on fails (a cursor has expired, a list has changed since), the kept
    answers are dropped and everything is asked anew, once.
    """
    if folder is None or connection.system == "imports":
        return read(sign_in(None))
    kept = KeptAnswers(folder / f"{connection.name}.answers", now)
    found = read(sign_in(kept))
    if kept.n_recalled and _cannot_go_on(found):
        kept.drop()
        found = read(sign_in(kept))
    ended = next((one.ended for one in found if one.ended), None)
    if isinstance(ended, LimitError):
        kept.end("limit")
    elif ended is None:
        kept.end("complete")
    elif not isinstance(ended, PassingError):
        kept.drop()
    return [one.begun(kept.began_at) for one in found]


def _cannot_go_on(found: list[Reading]) -> bool:
    return any(one.ended and not isinstance(one.ended, PassingError) for one in found)
