"""The invented firm on one day: every record, in the columns of the common model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.sandbox.accruals import post_accruals
from pipelines.sandbox.chart import write_accounts
from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.examples import write_examples
from pipelines.sandbox.exchange import write_rates
from pipelines.sandbox.house import write_house
from pipelines.sandbox.ledger import post_invoices, post_payments
from pipelines.sandbox.periods import write_closed_periods, write_profit_and_loss
from pipelines.sandbox.truths import Truths


@dataclass(frozen=True)
class World:
    """The invented firm as its systems hold it at the end of `day`."""

    seed: int
    day: date
    tables: Mapping[tuple[str, str], Sequence[Row]]

    def records(self, role: str, table: str) -> list[Row]:
        """Return the records of one common table, deleted ones too."""
        return list(self.tables[(role, table)])


def build_world(seed: int, day: date = AS_OF) -> World:
    """Build the firm; the same seed and day give the same records in order."""
    draft = Draft()
    write_accounts(draft)
    write_rates(draft, day)
    truths = Truths()
    write_examples(draft)
    write_house(draft, seed, truths)
    post_invoices(draft)
    post_payments(draft)
    post_accruals(draft, AS_OF)
    write_closed_periods(draft, day)
    write_profit_and_loss(draft)
    return World(seed, day, draft.tables())
