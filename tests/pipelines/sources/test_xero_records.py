"""What Xero writes, record by record: moments, rates, allocations, what came in."""

import json
from decimal import Decimal

from pipelines.sources.xero_documents import credit_note, invoice
from pipelines.sources.xero_parties import contact_rows
from pipelines.sources.xero_payments import cash, payment
from pipelines.sources.xero_words import day, exchange_rate, moment


def test_moments_keep_their_zone_and_days_are_those_of_the_organisation() -> None:
    assert moment("/Date(1539993600000+0000)/") == "2018-10-20T00:00:00+00:00"
    assert moment("/Date(1552326816230)/") == "2019-03-11T17:53:36.230000+00:00"
    assert moment("/Date(1539993600000-0500)/") == "2018-10-19T19:00:00-05:00"
    assert moment("20 October") == "20 October"
    twin = {"Date": "/Date(1539950400000+0000)/", "DateString": "2018-10-20T00:00:00"}
    assert day(twin, "Date") == "2018-10-20"
    assert day({"Date": "/Date(1539993600000+1300)/"}, "Date") == "2018-10-20"
    assert day({}, "Date") is None


def test_a_rate_says_the_books_currency_for_one_of_the_document() -> None:
    assert exchange_rate({"CurrencyRate": Decimal("0.7575757576")}) == Decimal("1.32")
    assert exchange_rate({"CurrencyRate": 1}) == 1
    assert exchange_rate({}) is None


def test_lines_keep_their_amounts_to_the_last_digit_and_their_project() -> None:
    told = {
        "InvoiceID": "i",
        "LineItems": [
            {
                "LineItemID": "l",
                "LineAmount": Decimal("0.30000000000000004"),
                "TaxAmount": 0,
                "Tracking": [
                    {"Name": "Region", "TrackingOptionID": "north"},
                    {"Name": "Project", "TrackingOptionID": "p"},
                ],
            }
        ],
    }
    (line,) = json.loads(invoice(told, "Project")["lines"])
    assert (line["amount"], line["project_id"]) == ("0.30000000000000004", "p")
    (line,) = json.loads(invoice(told, "Region")["lines"])
    assert line["project_id"] == "north"


def test_a_credit_note_names_the_invoice_that_takes_most_of_it() -> None:
    row = credit_note(
        {
            "CreditNoteID": "c",
            "Payments": [{"Amount": Decimal("2.50")}],
            "Allocations": [
                {"Amount": 10, "Invoice": {"InvoiceID": "small"}},
                {"Amount": 90, "Invoice": {"InvoiceID": "large"}},
                {"Amount": 99, "Invoice": {"InvoiceID": "gone"}, "IsDeleted": True},
            ],
        },
        "Project",
    )
    assert row["credited_invoice_id"] == "large"
    assert row["amount_paid"] == Decimal("2.50")


def test_a_refund_is_negative_and_a_batch_is_one_payment() -> None:
    told = {
        "PaymentID": "p",
        "BatchPaymentID": "b",
        "PaymentType": "ARCREDITPAYMENT",
        "Amount": Decimal("12.10"),
        "CreditNote": {"CreditNoteID": "c", "CurrencyCode": "EUR"},
    }
    row = payment(told)
    assert json.loads(row["allocations"]) == [{"invoice_id": "c", "amount": "-12.10"}]
    assert (row["batch_payment_id"], row["currency_code"]) == ("b", "EUR")


def test_an_overpayment_counts_once_whatever_it_settles_later() -> None:
    row = cash(
        {
            "OverpaymentID": "o",
            "RemainingCredit": 40,
            "Allocations": [{"Amount": 60, "Invoice": {"InvoiceID": "i"}}],
        }
    )
    assert json.loads(row["allocations"]) == [
        {"invoice_id": "i", "amount": "60"},
        {"invoice_id": None, "amount": "40"},
    ]


def test_a_contact_names_other_systems_where_the_firm_says() -> None:
    told = {"ContactID": "c", "ContactNumber": "A", "AccountNumber": "B"}
    usual = contact_rows({})["Contacts"](told)
    assert (usual["crm_account_id"], usual["psa_client_id"]) == ("A", "B")
    chosen = contact_rows({"customers.crm_account_id": "AccountNumber"})
    assert chosen["Contacts"](told)["crm_account_id"] == "B"


def test_empty_addresses_and_phones_are_passed_over() -> None:
    told = {
        "Addresses": [
            {"AddressType": "STREET", "City": ""},
            {"AddressType": "POBOX", "City": "Leeds"},
        ],
        "Phones": [
            {"PhoneType": "DEFAULT", "PhoneNumber": ""},
            {"PhoneType": "MOBILE", "PhoneCountryCode": "44", "PhoneNumber": "1220"},
        ],
    }
    row = contact_rows({})["Contacts"](told)
    assert (row["city"], row["phone"]) == ("Leeds", "44 1220")
