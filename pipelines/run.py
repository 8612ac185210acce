"""One night: which it is, and what was asked of it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Reread:
    """A connection that is read from a day on, or altogether, whatever is known."""

    connection: str
    since: date | None


@dataclass(frozen=True)
class Run:
    """One night: its id, its first moment (UTC), the day it speaks of and its code."""

    run_id: str
    run_at: datetime
    as_of: date
    code_version: str
    reread: Reread | None = None
