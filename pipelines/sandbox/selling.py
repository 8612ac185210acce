"""Deals, written the way sales keeps them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from pipelines.sandbox.amounts import cents
from pipelines.sandbox.dates import at, working_day
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.exchange import BOOKS

STAGES = (
    ("appointmentscheduled", "0.20"),
    ("qualifiedtobuy", "0.40"),
    ("presentationscheduled", "0.60"),
    ("decisionmakerboughtin", "0.80"),
    ("contractsent", "0.90"),
)
"""The open stages of the CRM and how likely a deal there is won."""


@dataclass(frozen=True)
class Item:
    """One line of a deal; prices are per unit."""

    description: str
    quantity: Decimal
    list_price: Decimal
    net_price: Decimal
    project_id: str | None = None
    is_project_work: bool = True
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Deal:
    """What sales agreed, or hopes to agree, with a client."""

    deal_id: str
    account_id: str
    name: str
    close: date
    items: Sequence[Item]
    billing_type: str = "fixed_fee"
    currency: str = BOOKS
    outcome: str = "won"
    """won, lost, or the stage that an open deal is in."""
    start: date | None = None
    end: date | None = None
    owner: str = "sales.desk@meridian.example"
    contract_type: str = "new"
    is_handed_over: bool = True
    project_id: str | None = None
    hour: int = 16
    closed_at: datetime | None = None


def sell(draft: Draft, deal: Deal) -> Row:
    """Write a deal with its lines and the stages it went through."""
    net = sum((cents(item.quantity * item.net_price) for item in deal.items), cents(0))
    listed = sum(
        (cents(item.quantity * item.list_price) for item in deal.items), cents(0)
    )
    is_won, is_lost = deal.outcome == "won", deal.outcome == "lost"
    closed_at = deal.closed_at or at(deal.close, deal.hour)
    stage = {"won": "closedwon", "lost": "closedlost"}.get(deal.outcome, deal.outcome)
    handed_over = at(working_day(deal.close + timedelta(days=1)), 15)
    row = draft.add(
        "crm",
        "deals",
        deal_id=deal.deal_id,
        account_id=deal.account_id,
        deal_name=deal.name,
        stage=stage,
        net_amount=net,
        list_amount=listed,
        currency_code=deal.currency,
        is_won=is_won,
        is_closed=is_won or is_lost,
        probability=_probability(deal.outcome),
        close_date=deal.close,
        closed_at=closed_at if is_won or is_lost else None,
        handed_over_at=handed_over if is_won and deal.is_handed_over else None,
        service_start_date=deal.start,
        service_end_date=deal.end,
        billing_type=deal.billing_type,
        contract_type=deal.contract_type,
        owner_email=deal.owner,
        psa_project_id=deal.project_id,
        created_at=at(working_day(deal.close - timedelta(days=60)), 15),
    )
    row["updated_at"] = closed_at if is_won or is_lost else row["created_at"]
    for position, item in enumerate(deal.items, start=1):
        draft.add(
            "crm",
            "deal_lines",
            deal_line_id=f"{deal.deal_id}-{position}",
            deal_id=deal.deal_id,
            project_id=item.project_id,
            description=item.description,
            quantity=item.quantity,
            list_price=item.list_price,
            net_price=item.net_price,
            is_project_work=item.is_project_work,
            start_date=item.start,
            end_date=item.end,
        )
    _write_stages(draft, deal, stage, closed_at, row)
    return row


def _probability(outcome: str) -> Decimal:
    known = {"won": "1", "lost": "0"} | dict(STAGES)
    return Decimal(known[outcome])


def _write_stages(
    draft: Draft, deal: Deal, stage: str, closed_at: datetime, row: Row
) -> None:
    for position, (passed, _) in enumerate(STAGES):
        entered = at(
            working_day(row["created_at"].date() + timedelta(position * 9)), 15
        )
        _enter(draft, deal, passed, entered)
        if passed == stage:
            row["updated_at"] = entered
            return
    _enter(draft, deal, stage, closed_at)


def _enter(draft: Draft, deal: Deal, stage: str, entered: datetime) -> None:
    draft.add(
        "crm",
        "stage_history",
        deal_id=deal.deal_id,
        stage=stage,
        entered_at=entered,
        changed_by=deal.owner,
    )
