"""Mistakes in PSA: projects entered twice, without a deal, or never begun."""

from datetime import date, timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.dates import month_after
from pipelines.sandbox.delivering import Project, plan, set_up
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.planted.budgets import plant_in_budgets
from pipelines.sandbox.planted.picks import Picks
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.selling import Deal, Item, sell
from pipelines.sandbox.truths import Answer, Truths


def plant_in_projects(
    draft: Draft, picks: Picks, accounts: list[Account], truths: Truths
) -> None:
    """Spoil some projects and add some that should not be."""
    plant_in_budgets(draft, picks, truths)
    for number, mark in enumerate(("{} (copy)", "Copy of {}")):
        job = picks.take(picks.by_fee)
        _copy(draft, job, str(8900 + number), mark, truths)
    _test(draft, accounts[3], truths)
    _without_deal(draft, accounts[8], truths)
    _not_started(draft, accounts[11], truths)


def _copy(draft: Draft, job: Job, project_id: str, mark: str, truths: Truths) -> None:
    first = draft.get("psa", "projects", job.project_id)
    later = first["created_at"] + timedelta(days=1)
    draft.add(
        "psa",
        "projects",
        **first
        | {
            "project_id": project_id,
            "project_name": mark.format(first["project_name"]),
            "current_amount": first["baseline_amount"],
            "percent_complete": None,
            "crm_deal_id": job.deal_id,
            "baseline_at": later,
            "created_at": later,
            "updated_at": later,
        },
    )
    draft.unaccrued.add(project_id)
    truths.is_("psa", "project", project_id, f"project:{job.number:03}")
    truths.plant(
        Answer(
            "duplicate_project",
            "psa",
            "project",
            project_id,
            other_record_id=job.project_id,
            amount=-first["baseline_amount"],
            currency_code=job.account.currency,
            client=job.account.key,
        )
    )


def _new(
    draft: Draft, account: Account, project_id: str, what: str, **more: object
) -> Row:
    values = {"start": date(2026, 6, 8), "end": date(2026, 9, 30)} | more
    row = set_up(
        draft,
        Project(
            project_id,
            account.client_id,
            f"{account.name.word} {what}",
            "fixed_fee",
            values.pop("created", date(2026, 5, 26)),  # type: ignore[arg-type]
            currency=account.currency,
            **values,  # type: ignore[arg-type]
        ),
    )
    return row


def _answer(
    truths: Truths, kind: str, account: Account, project_id: str, amount: int
) -> None:
    truths.is_("psa", "project", project_id, f"project:{kind}")
    truths.plant(
        Answer(
            kind,
            "psa",
            "project",
            project_id,
            amount=cents(amount),
            currency_code=account.currency,
            client=account.key,
        )
    )


def _test(draft: Draft, account: Account, truths: Truths) -> None:
    row = _new(draft, account, "8910", "TEST do not use", baseline=Decimal(10000))
    row["is_test"] = True
    _answer(truths, "test_project", account, "8910", -10000)


def _months(draft: Draft, project_id: str, first: date, n: int, fee: int) -> None:
    plan(draft, project_id, {month_after(first, i): Decimal(fee) for i in range(n)})


def _without_deal(draft: Draft, account: Account, truths: Truths) -> None:
    _new(draft, account, "8911", "helpdesk", baseline=Decimal(12000))
    _months(draft, "8911", date(2026, 6, 1), 4, 3000)
    _answer(truths, "project_without_deal", account, "8911", 12000)


def _not_started(draft: Draft, account: Account, truths: Truths) -> None:
    start, end, price = date(2026, 4, 6), date(2026, 9, 30), Decimal(24000)
    name, deal_id = "rollout", "25100449000"
    sell(
        draft,
        Deal(
            deal_id,
            account.account_id,
            f"{account.name.word} {name}",
            date(2026, 3, 10),
            [Item("Rollout", Decimal(1), price, price, "8912")],
            currency=account.currency,
            start=start,
            end=end,
            project_id="8912",
        ),
    )
    created = date(2026, 3, 13)
    more = {"start": start, "end": end, "created": created, "deal_id": deal_id}
    _new(draft, account, "8912", name, baseline=price, **more)
    _months(draft, "8912", date(2026, 4, 1), 6, 4000)
    _answer(truths, "not_started", account, "8912", -8000)
