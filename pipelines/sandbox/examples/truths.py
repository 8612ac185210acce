"""Who is who in the worked examples, and what is wrong in them."""

from decimal import Decimal

from pipelines.sandbox.truths import Answer, Truths

_CLIENTS = ("acme", "bolt", "core", "dune")
_PROJECTS = ("P-101", "P-A", "P-B", "P-C", "P-301")
_FAULTS = (
    # kind, role, record type, record, the other record, amount, detail
    ("wip_overdue", "psa", "time_entry", "T6-01", "P-101", "-880.00", None),
    ("wip_overdue", "psa", "time_entry", "T6-02", "P-101", "-220.00", None),
    (
        *("invoice_rate_differs_from_contract", "accounting", "invoice"),
        *("I-102", None, "-200.00", None),
    ),
    ("duplicate_deal", "crm", "deal", "D-201b", "D-201", "-45000.00", None),
    (
        *("edit_after_close", "crm", "deal", "D-201", None),
        *("6000.00", "copied_from_psa"),
    ),
    (
        *("budget_edit_without_change_order", "psa", "project"),
        *("P-301", "D-201", "-2000.00", None),
    ),
    ("missing_project", "crm", "deal", "D-202", None, "-20000.00", None),
    ("duplicate_project", "psa", "project", "P-301x", "P-301", "-45000.00", None),
    ("unlinked_invoice", "accounting", "invoice", "I-12", None, "3500.00", None),
    ("duplicate_invoice", "accounting", "invoice", "I-11", "I-10", "-12000.00", None),
    ("draft_or_void", "accounting", "invoice", "I-14", None, "-999.00", None),
    (
        *("wrong_client_link", "accounting", "invoice", "I-13", None),
        *("6000.00", "client:dune"),
    ),
)


def answer_examples(truths: Truths) -> None:
    """Write down the identities and the faults of Acme, Bolt, Core and Dune."""
    for number, name in enumerate(_CLIENTS, start=1):
        truths.is_("crm", "account", f"AC-{number}", f"client:{name}")
        truths.is_("psa", "client", f"CL-{number}", f"client:{name}")
        truths.is_("accounting", "customer", f"CU-{number}", f"client:{name}")
    for project_id in _PROJECTS:
        truths.is_("psa", "project", project_id, f"project:{project_id}")
        truths.is_("accounting", "project", project_id, f"project:{project_id}")
    truths.is_("psa", "project", "P-301x", "project:P-301")
    for number in range(1, 7):
        truths.is_("psa", "person", f"R-{number}", f"person:R-{number}")
        truths.is_("hr", "employee", f"100{number}", f"person:R-{number}")
    for kind, role, record_type, record_id, other, amount, detail in _FAULTS:
        is_acme = record_id in ("T6-01", "T6-02", "I-102")
        truths.plant(
            Answer(
                kind,
                role,
                record_type,
                record_id,
                other_record_id=other,
                amount=Decimal(amount),
                currency_code="USD",
                client="client:acme" if is_acme else "client:core",
                detail=detail,
            )
        )
