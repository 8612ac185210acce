"""The records of one client, and the acts that add to them: log, bill, post, pay."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

Row = dict[str, object]

RATE = Decimal(100)


@dataclass
class Contract:
    """The records of one client, by `role.table`; `key` is part of every id."""

    key: str
    billing_type: str = "time_and_materials"
    currency: str | None = None
    company: str = "us"
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def id(self, *parts: object) -> str:
        """Return the id of one of this contract's records."""
        return "-".join([self.key, *map(str, parts)])

    def add(self, table: str, **row: object) -> Row:
        """Add one record, and return it so that it can be spoilt."""
        row["company_id"] = self.company
        self.rows.setdefault(table, []).append(row)
        return row

    def one(self, table: str, at: int = 0) -> Row:
        """Return the record of ``table`` at a place in the order of adding."""
        return self.rows[table][at]

    def drop(self, table: str, is_dropped: Callable[[Row], bool]) -> None:
        """Take records away."""
        self.rows[table] = [r for r in self.rows.get(table, []) if not is_dropped(r)]

    @property
    def rate(self) -> Decimal:
        """Return what one unit of the currency is worth in the company's books."""
        return Decimal(1) if self.currency in (None, "GBP") else Decimal("1.10")

    @property
    def is_by_time(self) -> bool:
        """Return whether hours are what is sold."""
        return self.billing_type == "time_and_materials"

    def entries(self, number: int) -> list[Row]:
        """Return the time entries of one month."""
        start = self.id("t", number)
        found = self.rows.get("psa.time_entries", [])
        return [r for r in found if str(r["time_entry_id"]).startswith(start)]

    def log(self, name: str, day: date, **more: object) -> Row:
        """Log eight approved hours of a senior at the contract's rate."""
        noon = datetime(day.year, day.month, day.day, 12)
        logged = {
            "time_entry_id": self.id("t", name),
            "project_id": self.id("p"),
            "person_id": "one",
            "work_date": day,
            "hours": Decimal(8),
            "role": "senior",
            "bill_rate": RATE,
            "is_billable": True,
            "status": "approved",
            "submitted_at": noon,
            "approved_at": noon,
        }
        return self.add("psa.time_entries", **logged | more)

    def bill(self, number: object, net: Decimal, day: date, **line: object) -> Row:
        """Issue and post one invoice with one line; return the invoice."""
        invoice = self.add(
            "accounting.invoices",
            invoice_id=self.id("i", number),
            invoice_number=self.id("i", number),
            customer_id=self.id("u"),
            invoice_date=day,
            due_date=day + timedelta(30),
            status="issued",
            currency_code=self.currency,
            created_at=datetime(day.year, day.month, day.day, 12),
        )
        self.line(number, number, net, **line)
        self.post(number, net * self.rate, day)
        return invoice

    def line(
        self, number: object, invoice: object, net: Decimal, **more: object
    ) -> Row:
        """Write one line on an invoice."""
        written = {
            "invoice_line_id": self.id("l", number),
            "invoice_id": self.id("i", invoice),
            "line_amount": net,
            "tax_amount": Decimal(0),
            "psa_project_id": self.id("p"),
            "line_kind": "time" if self.is_by_time else "progress",
        }
        return self.add("accounting.invoice_lines", **written | more)

    def cover(self, number: object, entry: Row, **more: object) -> Row:
        """Say that an invoice line bills an entry."""
        return self.add(
            "accounting.invoice_line_times",
            invoice_line_id=self.id("l", number),
            time_entry_id=entry["time_entry_id"],
            **more,
        )

    def post(self, number: object, net: Decimal, day: date, **more: object) -> Row:
        """Post revenue; of an invoice unless ``more`` says otherwise."""
        posted = {
            "journal_line_id": self.id("j", number),
            "posting_date": day,
            "account_code": "4000",
            "net_credit_amount": net,
            "source_type": "invoice",
            "source_id": self.id("i", number),
            "kind": "invoice",
        }
        return self.add("accounting.journal_lines", **posted | more)

    def pay(self, number: object, amount: Decimal, day: date, **more: object) -> Row:
        """Receive money for an invoice."""
        received = {
            "payment_id": self.id("y", number),
            "invoice_id": self.id("i", number),
            "customer_id": self.id("u"),
            "payment_date": day,
            "paid_amount": amount,
            "currency_code": self.currency,
        }
        return self.add("accounting.payments", **received | more)
