"""Every number and step of a firm, from its rows."""

from collections import defaultdict
from fractions import Fraction

from tests.oracle import books, payments, sold
from tests.oracle.billing import Billing
from tests.oracle.days import Days
from tests.oracle.deals import won_deals
from tests.oracle.delivered import deliver
from tests.oracle.documents import documents
from tests.oracle.facts import Facts, grouped
from tests.oracle.invoices import invoice_lines
from tests.oracle.parts import Part, deal_parts
from tests.oracle.planned import plan
from tests.oracle.plans import is_real, kept_projects, projects_by_id
from tests.oracle.projects import Project
from tests.oracle.shares import shared
from tests.oracle.sums import Book, Leaf, Leg
from tests.oracle.worked import work_of


def linked(facts: Facts, kept: dict[str, str]) -> dict[str, list[str]]:
    """Return each deal's projects, whichever record states the link."""
    real = {row["project_id"] for row in facts.table("psa", "projects") if is_real(row)}
    pairs: set[tuple[str, str]] = set()
    for row in facts.table("psa", "projects"):
        pairs.add((row["crm_deal_id"], row["project_id"]))
    for table in ("deal_lines", "deal_shares"):
        for row in facts.table("crm", table):
            pairs.add((row["deal_id"], row["project_id"]))
    for row in facts.table("crm", "deals"):
        pairs.add((row["deal_id"], row["psa_project_id"]))
    for row in facts.table("psa", "change_orders"):
        pairs.add((row["deal_id"], row["project_id"]))
    found: dict[str, list[str]] = {}
    for deal, project in sorted(pair for pair in pairs if all(pair)):
        if project in real and kept[project] not in found.setdefault(deal, []):
            found[deal].append(kept[project])
    for row in facts.table("crm", "deals"):
        amended = row["amendment_of_deal_id"]
        if amended and row["deal_id"] not in found and amended in found:
            found[row["deal_id"]] = found[amended]
    return {deal: sorted(projects) for deal, projects in found.items()}


def calculated(facts: Facts) -> Book:
    """Return every contribution of a firm."""
    book, days = Book(), Days(facts)
    kept = kept_projects(facts)
    projects_of = linked(facts, kept)
    deals = won_deals(facts, days, projects_of)
    projects = projects_by_id(facts, days, kept)
    baselines = {one: project.baseline for one, project in projects.items()}
    parts_of: dict[str, list[tuple[Part, sold.Curve]]] = defaultdict(list)
    for deal in deals.values():
        own = [one for one in projects_of.get(deal.id, []) if one in projects]
        mine = deal_parts(facts, days, deal, own, baselines)
        curve, curves = sold.curves(days, deal, mine)
        sold.sell(book, deal, list(zip(mine, curves, strict=True)), curve)
        for part, its in zip(mine, curves, strict=True):
            if part.project:
                parts_of[part.project].append((part, its))
            else:
                sold.unplanned(book, part, its)
    legs = {
        one: legs_of(facts, project, [part for part, _ in parts_of[one]])
        for one, project in projects.items()
    }
    lines = invoice_lines(facts, kept)
    lines = [line for line in lines if line.day <= days.as_of]
    shares = shared(days, legs, lines)
    for line in lines:
        books.export(book, days, legs, line, [net for _, net in shares[line.id]])
    billed = [line for line in lines if line.status == "billed"]
    months = every_month(days, facts, projects)
    work, times = (
        work_of(facts, kept),
        grouped(facts.table("accounting", "invoice_line_times"), "invoice_line_id"),
    )
    for one, project in projects.items():
        plan(book, project, legs[one], parts_of[one])
        if is_real(project.row):
            own = [line for line in billed if line.project == one]
            billing = Billing(days, project, work.get(one, []), own, times)
            deliver(book, billing, legs[one], shares, months)
    resale = {
        facts.client("crm", deal.row["account_id"])
        for deal in deals.values()
        for line in facts.table("crm", "deal_lines")
        if line["deal_id"] == deal.id and line["is_project_work"] is False
    }
    loose = [line for line in billed if line.project not in projects]
    books.unlinked(book, days, loose, resale)
    books.recognise(book, days, legs, lines, kept)
    counted, unapplied = documents(facts, billed)
    for document in counted:
        payments.settle(book, days, shares, document, past(days, months))
    payments.unapplied(book, days, unapplied)
    return book


def legs_of(facts: Facts, project: Project, parts: list[Part]) -> list[Leg]:
    """Return what share of a project each deal pays for, at its frozen rate."""
    if parts:
        sums: dict[str, Leg] = {}
        for part in sorted(parts, key=lambda part: part.deal.id):
            one = part.deal.id
            before = sums[one].weight if one in sums else Fraction(0)
            leaf = Leaf(project.client, project.id, one)
            sums[one] = Leg(leaf, before + part.amount, part.deal.rate)
        if sum(leg.weight for leg in sums.values()):
            return list(sums.values())
        return [Leg(leg.leaf, Fraction(1), leg.rate) for leg in sums.values()]
    start = project.row["start_date"] or facts.as_of
    rate = facts.rate("accounting", project.row["currency_code"], start) or Fraction(1)
    return [Leg(Leaf(project.client, project.id), Fraction(1), rate)]


def every_month(days: Days, facts: Facts, projects: dict[str, Project]) -> list[str]:
    """Return every month in which something of the plan, work or books can fall."""
    dated: list[str] = [days.month(days.as_of)]
    for project in projects.values():
        dated += [month for month in project.months if month != "no_date"]
    for (_, table), rows in facts.rows.items():
        for column in ("work_date", "invoice_date", "payment_date", "progress_date"):
            if table in ("time_entries", "invoices", "payments", "progress"):
                dated += [days.month(row[column]) for row in rows if row.get(column)]
    first, last = min(dated), max(dated)
    found, month = [], first
    while month <= last:
        found.append(month)
        index = int(month[:4]) * 12 + int(month[5:])
        month = f"{index // 12}-{index % 12 + 1:02}"
    return found


def past(days: Days, months: list[str]) -> list[str]:
    return [month for month in months if month <= days.month(days.as_of)]
