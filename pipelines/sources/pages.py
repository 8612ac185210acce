"""What a reader yields besides records: what was set aside, held back, or heard."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Rejected:
    """A record that does not fit its table and is set aside, or is only flagged."""

    page: str
    """The page of the answer, or the file."""

    row_number: int | None
    """Its place there; None where only its key is known."""

    row_key: str
    reason_code: str
    """One code of `reason_codes.toml`."""

    reason: str
    payload: str = ""
    """The record as JSON, for replay; kept where no reader of figures looks."""

    is_loaded: bool = False
    """Whether the record is loaded all the same, and only flagged."""


@dataclass(frozen=True)
class Unknown:
    """A column that came and is not loaded, because no table has it."""

    column: str


@dataclass(frozen=True)
class Ending:
    """Something of a system that will not answer for ever, as its answers said."""

    resource: str
    ends_on: date | None
    """The day from which it answers no more, when that was said."""


@dataclass(frozen=True)
class Listed:
    """Everything from a day on has come: what is stored and not among it is gone."""

    column: str
    """The column of the table that holds the day."""

    first: date
