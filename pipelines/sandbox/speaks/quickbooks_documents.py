"""The invented firm's invoices, credit memos and payments as QuickBooks has them."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from pipelines.sandbox.speaks.quickbooks_words import (
    Row,
    World,
    meta,
    noted,
    number,
    present,
    reference,
)

ZERO = Decimal(0)
Documents = dict[str, list[dict[str, Any]]]


def documents(world: World) -> Documents:
    """Return invoices and credit memos, the deleted ones as `Deleted Invoice` etc."""
    lines: dict[str, list[Row]] = defaultdict(list)
    for line in world.records("accounting", "invoice_lines"):
        lines[line["invoice_id"]].append(line)
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for payment in world.records("accounting", "payments"):
        paid[payment["invoice_id"]] += payment["paid_amount"]
    told: Documents = defaultdict(list)
    for row in world.records("accounting", "invoices"):
        is_credit = row["kind"] == "credit_note"
        name = "CreditMemo" if is_credit else "Invoice"
        document = _document(row, lines[row["invoice_id"]], paid[row["invoice_id"]])
        told[f"Deleted {name}" if row["is_deleted"] else name].append(document)
    return told


def _document(row: Row, lines: list[Row], paid: Decimal) -> dict[str, Any]:
    is_void, is_credit = row["status"] == "void", row["kind"] == "credit_note"
    sign = 0 if is_void else -1 if is_credit else 1
    net = sum((sign * line["line_amount"] for line in lines), ZERO)
    tax = sum((sign * line["tax_amount"] for line in lines), ZERO)
    total = net if row["is_tax_inclusive"] else net + tax
    subtotal = total - tax
    note = "Voided" if is_void else None
    return present(
        Id=row["invoice_id"],
        SyncToken="0",
        DocNumber=row["invoice_number"],
        CustomerRef=reference(row["customer_id"]),
        TxnDate=str(row["invoice_date"]),
        DueDate=str(row["due_date"]) if row["due_date"] else None,
        CurrencyRef=reference(row["currency_code"]),
        ExchangeRate=number(row["exchange_rate"]),
        GlobalTaxCalculation=(
            "TaxInclusive" if row["is_tax_inclusive"] else "TaxExcluded"
        ),
        CustomField=(
            [{"Name": "Status", "Type": "StringType", "StringValue": "Draft"}]
            if row["status"] == "draft"
            else None
        ),
        CustomerMemo=row["reason"] and {"value": row["reason"]},
        LinkedTxn=(
            [{"TxnId": row["credits_invoice_id"], "TxnType": "Invoice"}]
            if row["credits_invoice_id"]
            else None
        ),
        PrivateNote=noted(note, row, "company_id"),
        TxnTaxDetail={"TotalTax": number(tax)},
        TotalAmt=number(total),
        Balance=number(ZERO if row["status"] == "paid" else max(total - paid, ZERO)),
        Line=[
            *(_line(row, line, sign) for line in lines),
            {
                "Amount": number(subtotal),
                "DetailType": "SubTotalLineDetail",
                "SubTotalLineDetail": {},
            },
        ],
        MetaData=meta(row),
    )


def _line(row: Row, line: Row, sign: int) -> dict[str, Any]:
    amount, tax = sign * line["line_amount"], sign * line["tax_amount"]
    gross = amount if row["is_tax_inclusive"] else amount + tax
    start = line["service_start_date"]
    return present(
        Id=line["invoice_line_id"].removeprefix(f"{row['invoice_id']}-"),
        Description=noted(
            line["description"],
            line,
            "psa_project_id",
            "is_project_work",
            "service_code",
            "service_end_date",
            "company_id",
        ),
        Amount=number(gross - tax),
        DetailType="SalesItemLineDetail",
        ProjectRef=reference(line["project_ref"]),
        SalesItemLineDetail=present(
            ItemRef=reference(line["line_kind"], line["line_kind"]),
            ItemAccountRef=reference(line["account_code"]),
            Qty=number(line["quantity"]),
            UnitPrice=number(line["unit_price"]),
            ServiceDate=str(start) if start else None,
            TaxCodeRef={"value": "TAX" if tax else "NON"},
            TaxInclusiveAmt=number(gross) if tax else None,
        ),
    )
