"""Why what is billed differs from the work delivered."""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle.advances import drawn_from_advances
from tests.oracle.cents import in_cents, worth
from tests.oracle.days import Days
from tests.oracle.delivery import Steps, add, earned, signed
from tests.oracle.facts import Row
from tests.oracle.invoices import Line
from tests.oracle.progressed import increments
from tests.oracle.projects import Project
from tests.oracle.worked import Work


@dataclass
class Billing:
    """The lines of one project by a day, and the steps that lead to them."""

    days: Days
    project: Project
    work: list[Work]
    lines: list[Line]
    times: dict[str, list[Row]]
    steps: Steps = field(default_factory=dict)

    def run_ends(self, day: date) -> date:
        """Return the last day of the billing period in which ``day`` lies."""
        cycle = self.project.row["billing_cycle"] or "monthly"
        if cycle == "quarterly":
            return self.days.quarter_end(day)
        if cycle == "end":
            return max(self.project.row["end_date"] or day, day)
        if cycle == "milestone":
            return day
        return self.days.month_end(self.days.month(day))

    def waits(self, ready: date, day: date, amount: int) -> None:
        """Book work that is ready and not billed."""
        limit = self.days.facts.limits["approved_to_invoiced"]
        if day > self.days.after(self.run_ends(ready), limit):
            add(self.steps, "wip_overdue", "F", -amount)
        else:
            add(self.steps, "wip_within_cycle", "T", -amount)

    def until(self, day: date) -> Steps:
        """Return every step from delivered to billed, as of ``day``."""
        self.steps = {}
        lines = [line for line in self.lines if line.day <= day]
        for line in lines:
            if line.kind == "credit_note":
                kind = "L" if line.invoice["reason"] else "U"
                add(self.steps, "credit_note", kind, line.net)
            elif line.kind == "expense":
                add(self.steps, "expenses_rebilled", "L", line.net)
            elif line.kind == "retention":
                add(self.steps, "retention_withheld", "T", line.net)
            elif line.row["is_project_work"] is False:
                add(self.steps, "outside_delivery_scope", "L", line.net)
        work = [
            line
            for line in lines
            if line.kind in ("time", "progress", "advance", "other")
            and line.row["is_project_work"] is not False
        ]
        if self.project.row["billing_type"] == "time_and_materials":
            self.by_time(work, day)
        else:
            self.by_progress(work, day)
        return self.steps

    def adjusted(self, line: Line) -> int:
        """Book what is recorded at a line, and return its sum."""
        total = 0
        for row in line.adjustments:
            amount = in_cents(row["adjustment_amount"])
            total += amount
            if row["kind"] == "rate_difference":
                add(self.steps, "invoice_rate_differs_from_contract", "F", amount)
            elif row["kind"] in ("write_down", "write_up") and not row["reason"]:
                add(self.steps, "billing_difference_without_reason", "U", amount)
            else:
                driver = signed(amount, "write_up", "write_down")
                add(self.steps, driver, "L", amount)
        return total

    def by_time(self, lines: list[Line], day: date) -> None:
        entries = {one.row["time_entry_id"]: one for one in self.work}
        billed: dict[str, int] = {}
        for line in lines:
            covered = self.times.get(line.id, [])
            rest = line.net - self.adjusted(line)
            for row in covered:
                entry = entries.get(row["time_entry_id"])
                if not entry or not entry.is_billable or entry.day > day:
                    continue
                hours = row["billed_hours"]
                if hours is None:
                    hours = entry.row["hours"]
                value = worth(hours, entry.rate)
                key = row["time_entry_id"]
                billed[key] = billed.get(key, 0) + value
                rest -= value
                if row["billed_rate"] is not None:
                    gap = worth(hours, row["billed_rate"]) - value
                    add(self.steps, "invoice_rate_differs_from_contract", "F", gap)
                    rest -= gap
            if line.kind == "advance":
                add(self.steps, "billed_in_advance", "T", rest)
            else:
                add(self.steps, "billing_difference_without_reason", "U", rest)
        drawn = drawn_from_advances(self.days, self.work, self.lines, self.times, day)
        add(self.steps, "billed_in_advance", "T", -sum(drawn.values()))
        for one in self.work:
            if one.day <= day and one.is_billable:
                key = one.row["time_entry_id"]
                self.entry(one, one.value - billed.get(key, 0) - drawn.get(key, 0), day)

    def entry(self, one: Work, amount: int, day: date) -> None:
        """Book an entry's unbilled value by how far its approval got."""
        row = one.row
        ready = self.days.local(row["approved_at"]) if row["approved_at"] else one.day
        if row["status"] == "approved" and ready <= day:
            self.waits(ready, day, amount)
            return
        handed = (
            self.days.local(row["submitted_at"]) if row["submitted_at"] else one.day
        )
        waited = self.days.between(handed, day) if handed <= day else 0
        is_late = waited > self.days.facts.limits["submitted_to_approved"]
        add(self.steps, "time_not_approved", "F" if is_late else "T", -amount)

    def by_progress(self, lines: list[Line], day: date) -> None:
        base = sum(line.net - self.adjusted(line) for line in lines)
        done = earned(self.days, self.project, day)
        if base > done:
            add(self.steps, "billed_in_advance", "T", base - done)
        left = done - base
        for reached, amount in reversed(increments(self.days, self.project, day)):
            part = min(left, amount)
            if part <= 0:
                break
            self.waits(reached, day, part)
            left -= part
