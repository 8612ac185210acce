"""The firm is invented here, once for its records and once for its answers."""

from datetime import date

from pipelines.sandbox.accruals import post_accruals
from pipelines.sandbox.chart import write_accounts
from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.days import play
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.examples import write_examples
from pipelines.sandbox.examples.truths import answer_examples
from pipelines.sandbox.exchange import write_rates
from pipelines.sandbox.house import write_house
from pipelines.sandbox.ledger import post_invoices, post_payments
from pipelines.sandbox.periods import write_closed_periods, write_profit_and_loss
from pipelines.sandbox.truths import Truths


def invent(seed: int, day: date) -> tuple[Draft, Truths]:
    """Return every record of the firm on one day, and the truth about them.

    Raises ValueError for a day before the firm is first shown.
    """
    if day < AS_OF:
        raise ValueError(
            f"The sandbox begins on {AS_OF}; {day} is earlier. Choose a later DAY."
        )
    draft, truths = Draft(), Truths()
    write_accounts(draft)
    write_rates(draft, day)
    write_examples(draft)
    answer_examples(truths)
    write_house(draft, seed, truths)
    play(draft, day)
    post_invoices(draft)
    post_payments(draft)
    post_accruals(draft, AS_OF)
    write_closed_periods(draft, day)
    write_profit_and_loss(draft)
    return draft, truths
