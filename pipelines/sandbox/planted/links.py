"""Copies that drifted from their owner, and records that do not name their twin."""

from collections.abc import Sequence

from pipelines.sandbox.draft import Draft
from pipelines.sandbox.jobs import Job
from pipelines.sandbox.portfolio import Account
from pipelines.sandbox.truths import Answer, Truths


def plant_in_links(
    draft: Draft, accounts: Sequence[Account], jobs: Sequence[Job], truths: Truths
) -> None:
    """Let some copies drift, cut some links, and note every link that is missing."""
    for position, field, value in (
        (4, "domain", "old-name.example"),
        (10, "domain", "webmail-host.example"),
        (15, "currency_code", "CHF"),
        (20, "currency_code", "CAD"),
        (24, "legal_name", "Former Name Limited"),
        (28, "legal_name", "Earlier Name Incorporated"),
    ):
        _drift(draft, accounts[position], field, value, truths)
    for job in (jobs[12], jobs[37], jobs[61]):
        draft.get("accounting", "projects", job.booked_id)["psa_project_id"] = None
    _answer_missing(draft, accounts, jobs, truths)


def _drift(
    draft: Draft, account: Account, field: str, value: str, truths: Truths
) -> None:
    row = draft.get("psa", "clients", account.client_id)
    row["crm_account_id"] = account.account_id
    row["accounting_customer_id"] = account.customer_id
    row[field] = value
    truths.plant(
        Answer(
            "drifting_fields",
            "psa",
            "client",
            account.client_id,
            other_record_id=account.account_id,
            client=account.key,
            detail=field,
        )
    )


def _answer_missing(
    draft: Draft, accounts: Sequence[Account], jobs: Sequence[Job], truths: Truths
) -> None:
    for account in accounts:
        for role, table, record_id, record_type in (
            ("psa", "clients", account.client_id, "client"),
            ("accounting", "customers", account.customer_id, "customer"),
        ):
            if draft.get(role, table, record_id)["crm_account_id"] is None:
                answer = Answer(
                    "missing_links",
                    role,
                    record_type,
                    record_id,
                    other_record_id=account.account_id,
                    client=account.key,
                    detail="crm_account_id",
                )
                truths.plant(answer)
    for job in jobs:
        for role, record_id, field, other in (
            ("psa", job.project_id, "crm_deal_id", job.deal_id),
            ("accounting", job.booked_id, "psa_project_id", job.project_id),
        ):
            if draft.get(role, "projects", record_id)[field] is None:
                answer = Answer(
                    "missing_links",
                    role,
                    "project",
                    record_id,
                    other_record_id=other,
                    client=job.account.key,
                    detail=field,
                )
                truths.plant(answer)
