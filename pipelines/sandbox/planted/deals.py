"""Mistakes in the CRM: deals entered twice, edited after the close, or never set up."""

from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.planted.edits import deal_answer, deal_of, plant_edits
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.selling import Deal, Item, sell
from pipelines.sandbox.truths import Answer, Truths

NEW_IDS = 25100440000
COPY_MARKS = ("{} (copy)", "Copy of {}", "{} - Copy")


def plant_in_deals(
    draft: Draft, picks: Picks, accounts: list[Account], truths: Truths
) -> None:
    """Spoil some deals and add some that should not be, or lack their project."""
    for number, mark in enumerate(COPY_MARKS):
        job = picks.take(lambda job: picks.is_spare(job) and job.deal > 6)
        _copy(draft, job, str(NEW_IDS + number * 17), mark, truths)
    plant_edits(draft, picks, truths)
    for number, (close, amount) in enumerate(
        ((date(2026, 2, 17), 18000), (date(2026, 4, 14), 26500))
    ):
        deal_id = str(NEW_IDS + 1000 + number * 17)
        _without_project(
            draft, accounts[5 + number], deal_id, close, amount=amount, truths=truths
        )
    _with_tax(draft, picks, truths)


def _copy(draft: Draft, job: Job, deal_id: str, mark: str, truths: Truths) -> None:
    first = deal_of(draft, job)
    later = timedelta(days=7)
    draft.add(
        "crm",
        "deals",
        **first
        | {
            "deal_id": deal_id,
            "deal_name": mark.format(first["deal_name"]),
            "psa_project_id": None,
            "close_date": first["close_date"] + later,
            "closed_at": first["closed_at"] + later,
            "handed_over_at": None,
            "created_at": first["closed_at"] + timedelta(days=1),
            "updated_at": first["closed_at"] + later,
        },
    )
    for position, line in enumerate(
        list(draft.where("crm", "deal_lines", deal_id=first["deal_id"])), start=1
    ):
        named = {"deal_line_id": f"{deal_id}-{position}", "deal_id": deal_id}
        draft.add("crm", "deal_lines", **line | named | {"project_id": None})
    draft.add(
        "crm",
        "stage_history",
        deal_id=deal_id,
        stage="closedwon",
        entered_at=first["closed_at"] + later,
        changed_by=first["owner_email"],
    )
    amount, other = -first["net_amount"], first["deal_id"]
    truths.plant(deal_answer(job, "duplicate_deal", deal_id, amount, other=other))


def _without_project(
    draft: Draft,
    account: Account,
    deal_id: str,
    close: date,
    *,
    amount: int,
    truths: Truths,
) -> None:
    price = Decimal(amount)
    sell(
        draft,
        Deal(
            deal_id,
            account.account_id,
            f"{account.name.word} quality review",
            close,
            [Item("Quality review", Decimal(1), price, price)],
            currency=account.currency,
            start=close + timedelta(days=30),
            end=close + timedelta(days=180),
            is_handed_over=False,
        ),
    )
    truths.plant(
        Answer(
            "missing_project",
            "crm",
            "deal",
            deal_id,
            amount=cents(-amount),
            currency_code=account.currency,
            client=account.key,
        )
    )


def _with_tax(draft: Draft, picks: Picks, truths: Truths) -> None:
    job = picks.take(lambda job: picks.is_spare(job) and job.account.country == "GB")
    deal = deal_of(draft, job)
    tax = cents(deal["net_amount"] / 5)
    deal["net_amount"] += tax
    deal["included_tax_amount"] = tax
    truths.plant(deal_answer(job, "tax_in_amount", job.deal_id, -tax))
