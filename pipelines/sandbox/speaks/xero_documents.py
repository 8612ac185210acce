"""The invented firm's invoices and credit notes as Xero has them."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from pipelines.sandbox.ids import uuid_of
from pipelines.sandbox.speaks.xero_parties import option_names
from pipelines.sandbox.speaks.xero_words import (
    Row,
    World,
    currency_rate,
    dated,
    msdate,
    noted,
    number,
    present,
    tracking,
    updated,
)

ZERO = Decimal(0)
STATUS = {"draft": "DRAFT", "issued": "AUTHORISED", "paid": "PAID", "void": "VOIDED"}


class Documents:
    """Every document of the books, each with what was paid and credited of it."""

    def __init__(self, world: World) -> None:
        self._names = option_names(world)
        self._lines: dict[str, list[Row]] = defaultdict(list)
        for line in world.records("accounting", "invoice_lines"):
            self._lines[line["invoice_id"]].append(line)
        self._rows = {
            row["invoice_id"]: row for row in world.records("accounting", "invoices")
        }
        self._paid: dict[str, Decimal] = defaultdict(Decimal)
        for payment in world.records("accounting", "payments"):
            self._paid[payment["invoice_id"]] += payment["paid_amount"]
        self._credited: dict[str, Decimal] = defaultdict(Decimal)
        for row in self._rows.values():
            if row["credits_invoice_id"]:
                self._credited[row["credits_invoice_id"]] += self._total(row)

    def _total(self, row: Row) -> Decimal:
        lines = self._lines[row["invoice_id"]]
        net = sum((line["line_amount"] for line in lines), ZERO)
        tax = sum((line["tax_amount"] for line in lines), ZERO)
        total = net if row["is_tax_inclusive"] else net + tax
        return -total if row["kind"] == "credit_note" else total

    def invoices(self) -> list[dict[str, Any]]:
        """Return the invoices to clients; deleted and voided ones stay in the list."""
        told = []
        for row in self._of("invoice"):
            number_of = row["invoice_id"]
            paid, credited = self._paid[number_of], self._credited[number_of]
            left = max(self._total(row) - paid - credited, ZERO)
            is_open = row["status"] in ("draft", "issued") and not row["is_deleted"]
            told.append(
                self._document(row, "ACCREC")
                | {
                    "InvoiceID": number_of,
                    "InvoiceNumber": row["invoice_number"],
                    "AmountDue": number(left if is_open else ZERO),
                    "AmountPaid": number(paid),
                    "AmountCredited": number(credited),
                }
            )
        return told

    def credit_notes(self) -> list[dict[str, Any]]:
        """Return the credit notes; one that is allocated in full is paid."""
        told: list[dict[str, Any]] = []
        for row in self._of("credit_note"):
            credits, total = row["credits_invoice_id"], self._total(row)
            is_open = row["status"] in ("issued", "paid") and not row["is_deleted"]
            document = self._document(row, "ACCRECCREDIT")
            if credits and is_open:
                document["Status"] = "PAID"
            allocation = {
                "AllocationID": uuid_of(f"ALLOCATION-{len(told)}"),
                "Amount": number(total),
                "Invoice": {"InvoiceID": credits},
                **dated("Date", row["invoice_date"]),
            }
            told.append(
                document
                | {
                    "CreditNoteID": row["invoice_id"],
                    "CreditNoteNumber": row["invoice_number"],
                    "RemainingCredit": number(ZERO if credits else total),
                    "Allocations": [allocation] if credits else [],
                    **present(Reference=row["reason"]),
                }
            )
        return told

    def _of(self, kind: str) -> list[Row]:
        return [row for row in self._rows.values() if row["kind"] == kind]

    def _document(self, row: Row, kind: str) -> dict[str, Any]:
        lines = self._lines[row["invoice_id"]]
        sign = -1 if row["kind"] == "credit_note" else 1
        tax = sum((sign * line["tax_amount"] for line in lines), ZERO)
        total = self._total(row)
        has_tax = row["is_tax_inclusive"] or any(line["tax_amount"] for line in lines)
        exclusive = "Exclusive" if has_tax else "NoTax"
        return present(
            Type=kind,
            Contact={"ContactID": row["customer_id"]},
            Status="DELETED" if row["is_deleted"] else STATUS[row["status"]],
            LineAmountTypes="Inclusive" if row["is_tax_inclusive"] else exclusive,
            LineItems=[self._line(line, sign) for line in lines],
            SubTotal=number(total - tax),
            TotalTax=number(tax),
            Total=number(total),
            CurrencyCode=row["currency_code"],
            CurrencyRate=currency_rate(row["exchange_rate"]),
            UpdatedDateUTC=msdate(updated(row)),
            **dated("Date", row["invoice_date"]),
            **dated("DueDate", row["due_date"]),
        )

    def _line(self, line: Row, sign: int) -> dict[str, Any]:
        amount = sign * line["line_amount"]
        quantity = line["quantity"] or Decimal(1)
        price = amount if line["unit_price"] is None else line["unit_price"]
        return present(
            LineItemID=line["invoice_line_id"],
            Description=noted(
                line["description"],
                line,
                "psa_project_id",
                "is_project_work",
                "service_code",
                "service_start_date",
                "service_end_date",
            ),
            Quantity=number(quantity),
            UnitAmount=number(price),
            ItemCode=line["line_kind"],
            AccountCode=line["account_code"],
            TaxAmount=number(sign * line["tax_amount"]),
            TaxType="OUTPUT" if line["tax_amount"] else "NONE",
            LineAmount=number(amount),
            Tracking=tracking(line["project_ref"], self._names),
        )
