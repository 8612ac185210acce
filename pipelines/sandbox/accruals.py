"""Month end: work done and not billed is accrued, billed and not done is deferred."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pipelines.sandbox.amounts import ZERO, cents
from pipelines.sandbox.chart import ACCRUED, DEFERRED, SERVICES
from pipelines.sandbox.dates import FIRST_MONTH, month_end, month_of, months
from pipelines.sandbox.draft import Draft, Row
from pipelines.sandbox.exchange import rate
from pipelines.sandbox.ledger import POSTED, post

ByMonth = dict[str, dict[date, Decimal]]


def post_accruals(draft: Draft, last: date) -> None:
    """Post, for every project and month end, what its balance changed by."""
    earned, billed = _by_project()
    _time(draft, earned, billed)
    _progress(draft, earned)
    _invoices(draft, billed)
    for project in draft.rows("psa", "projects"):
        if project["project_id"] not in draft.unaccrued:
            _post_project(draft, project, earned, billed, last)


def _by_project() -> tuple[ByMonth, ByMonth]:
    return defaultdict(lambda: defaultdict(Decimal)), defaultdict(
        lambda: defaultdict(Decimal)
    )


def _is_by_time(draft: Draft, project_id: str) -> bool:
    project = draft.get("psa", "projects", project_id)
    return bool(project["billing_type"] == "time_and_materials")


def _counted(rows: Iterable[Row]) -> Iterable[Row]:
    return (
        row
        for row in rows
        if row["approved_at"] and row["is_billable"] and not row["is_deleted"]
    )


def _time(draft: Draft, earned: ByMonth, billed: ByMonth) -> None:
    for entry in _counted(draft.rows("psa", "time_entries")):
        if entry["bill_rate"] and _is_by_time(draft, entry["project_id"]):
            month = month_of(entry["approved_at"].date())
            value = entry["hours"] * entry["bill_rate"]
            earned[entry["project_id"]][month] += value
    for covered in draft.rows("accounting", "invoice_line_times"):
        line = draft.get("accounting", "invoice_lines", covered["invoice_line_id"])
        invoice = draft.get("accounting", "invoices", line["invoice_id"])
        entry = draft.get("psa", "time_entries", covered["time_entry_id"])
        if invoice["status"] in POSTED and entry["bill_rate"]:
            month = month_of(invoice["invoice_date"])
            billed[entry["project_id"]][month] += entry["hours"] * entry["bill_rate"]


def _progress(draft: Draft, earned: ByMonth) -> None:
    held: dict[str, Decimal] = defaultdict(Decimal)
    for hold in draft.rows("psa", "holds"):
        held[hold["project_id"]] += hold["hold_amount"]
    before: dict[str, Decimal] = defaultdict(Decimal)
    for row in draft.rows("psa", "progress"):
        project = draft.get("psa", "projects", row["project_id"])
        price = project["current_amount"] - held[row["project_id"]]
        until = cents(price * row["percent_complete"] / 100)
        step = until - before[row["project_id"]]
        earned[row["project_id"]][month_of(row["progress_date"])] += step
        before[row["project_id"]] = until


def _invoices(draft: Draft, billed: ByMonth) -> None:
    for line in draft.rows("accounting", "invoice_lines"):
        project_id = line["psa_project_id"]
        if project_id is None or _is_by_time(draft, project_id):
            continue
        invoice = draft.get("accounting", "invoices", line["invoice_id"])
        if _is_billing(draft, invoice):
            month = month_of(invoice["invoice_date"])
            billed[project_id][month] += line["line_amount"]


def _is_billing(draft: Draft, invoice: Row) -> bool:
    return (
        invoice["status"] in POSTED
        and invoice["kind"] == "invoice"
        and invoice["invoice_id"] not in draft.uncounted
    )


def _post_project(
    draft: Draft, project: Row, earned: ByMonth, billed: ByMonth, last: date
) -> None:
    project_id = project["project_id"]
    if project_id not in earned and project_id not in billed:
        return
    line = {
        "project_ref": draft.booked.get(project_id),
        "psa_project_id": project_id,
    }
    balance, accrued_before, deferred_before = ZERO, ZERO, ZERO
    for month in months(FIRST_MONTH, last):
        balance += earned[project_id][month] - billed[project_id][month]
        in_books = cents(balance * rate(project["currency_code"], month))
        accrued, deferred = max(in_books, ZERO), min(in_books, ZERO)
        for kind, account, change, basis in (
            ("accrual", ACCRUED, accrued - accrued_before, "Work done, not yet billed"),
            ("deferral", DEFERRED, deferred - deferred_before, "Billed, not yet done"),
        ):
            if change:
                post(
                    draft,
                    f"{kind.upper()}-{project_id}-{month:%Y%m}",
                    min(month_end(month), last),
                    [(SERVICES, change, line), (account, -change, line)],
                    source_type="project",
                    source_id=project_id,
                    kind=kind,
                    basis=f"{basis} at the end of {month:%B %Y}",
                    description=f"{kind.capitalize()} for project {project_id}",
                )
        accrued_before, deferred_before = accrued, deferred
