"""The catalogue of planted mistakes, in the order in which a firm makes them.

Each mistake falls on a job of its own (`planted/picks.py`) and comes with its answer,
so that what the warehouse finds can be measured: recall and precision. The clean part
of the firm holds none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.sandbox.draft import Draft
from pipelines.sandbox.hours import Entry
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.planted.books import answer_documents, spoil_books
from pipelines.sandbox.planted.deals import plant_in_deals
from pipelines.sandbox.planted.documents import spoil
from pipelines.sandbox.planted.habits import plant_habits
from pipelines.sandbox.planted.links import plant_in_links
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.planted.projects import plant_in_projects
from pipelines.sandbox.planted.shares import plant_in_shares
from pipelines.sandbox.planted.timesheets import plant_in_time
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.pricing import Price
from pipelines.sandbox.runs import Bill
from pipelines.sandbox.truths import Truths

KINDS = (
    *("duplicate_deal", "edit_after_close", "tax_in_amount", "missing_project"),
    *("split_gap", "baseline_differs_from_sold", "budget_edit_without_change_order"),
    *("duplicate_project", "test_project", "project_without_deal", "not_started"),
    *("time_not_approved", "wip_overdue", "marked_non_billable"),
    *("unlinked_invoice", "duplicate_invoice", "draft_or_void", "wrong_client_link"),
    *("invoice_rate_differs_from_contract", "billing_difference_without_reason"),
    *("credit_note", "date_moved", "overdue", "manual_journal_without_basis"),
    *("duplicate_clients", "duplicate_people", "drifting_fields", "missing_links"),
    *("off_owner_edits", "late_handoffs", "resourcing_faults"),
)
"""Every kind of mistake: a driver of the bridge, or the suite that finds it."""


@dataclass
class Mistakes:
    """Plants each group of mistakes at its moment, and remembers the answers."""

    draft: Draft
    accounts: Sequence[Account]
    jobs: Sequence[Job]
    truths: Truths

    def __post_init__(self) -> None:
        """Begin with every job unused."""
        self._picks = Picks(self.jobs)

    def in_time(self, entries: Sequence[Entry]) -> None:
        """Spoil time sheets, before anything is priced or billed from them."""
        plant_in_time(self._picks, entries, self.truths)

    def in_plans(self, priced: dict[int, Price]) -> None:
        """Spoil what CRM and PSA hold, before anything is billed."""
        self._picks.priced = priced
        accounts = list(self.accounts)
        plant_in_projects(self.draft, self._picks, accounts, self.truths)
        plant_in_deals(self.draft, self._picks, accounts, self.truths)
        plant_in_shares(self.draft, self._picks, self.jobs, self.truths)

    def on_documents(self, bills: list[Bill], taxes: dict[str, Decimal]) -> list[Bill]:
        """Return the documents with the mistakes on them."""
        return spoil(self._picks, bills, self.accounts, taxes)

    def in_books(self, bills: Sequence[Bill]) -> None:
        """Spoil the books, and write down what was planted on numbered documents."""
        answer_documents(self.draft, bills, self.accounts, self.truths)
        spoil_books(self.draft, self._picks, bills, self.jobs, self.truths)
        plant_in_links(self.draft, self.accounts, self.jobs, self.truths)
        plant_habits(self.draft, self.accounts, self.truths)
