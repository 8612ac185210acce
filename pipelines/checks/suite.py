"""What a suite is: a name, the rows it reads and the claims that must hold for them."""

from dataclasses import dataclass

KEY = ("claim", "record_id", "subject")
"""The columns that name one judged row. They also make the finding's stable id."""

FAULTS = "select * from intermediate.int_faults__examined"
"""The rows of every suite whose claims are drivers of the bridge."""


@dataclass(frozen=True)
class Claim:
    """One thing that should be true of every row that carries its key."""

    key: str
    says: str
    may_be_empty: bool = False
    """Whether a firm may have nothing to examine. Otherwise zero rows are a failure."""


@dataclass(frozen=True)
class Suite:
    """Claims about the rows of one model, or of one query where no model is needed."""

    name: str
    claims: tuple[Claim, ...]
    reads: str = ""
    """A query; empty when the rows are those of int_<name>__examined."""

    @property
    def table(self) -> str:
        """Return the name of the model that holds the judged rows."""
        return f"int_{self.name}__examined"

    @property
    def query(self) -> str:
        """Return the query that yields the judged rows."""
        return self.reads or f"select * from intermediate.{self.table}"
