"""The worked examples as rows: anchors, steps and the records behind them."""

from decimal import Decimal

ANCHORS = {
    "acme": {
        "list": "64000.00",
        "crm_reported": "58000.00",
        "expected": "58000.00",
        "psa_reported": "61600.00",
        "planned": "61600.00",
        "delivered": "44200.00",
        "billed": "36480.00",
        "accounting_reported": "43776.00",
        "recognised": "41280.00",
        "paid": "25000.00",
    },
    "bolt": {
        "list": "198000.00",
        "crm_reported": "201600.00",
        "expected": "198000.00",
        "psa_reported": "127600.00",
        "planned": "127600.00",
        "delivered": "68200.00",
        "billed": "70500.00",
        "accounting_reported": "70500.00",
        "recognised": "67260.00",
        "paid": "48300.00",
    },
    "core": {
        "list": "73000.00",
        "crm_reported": "112000.00",
        "expected": "73000.00",
        "psa_reported": "84000.00",
        "planned": "39000.00",
        "delivered": "19500.00",
        "billed": "21500.00",
        "accounting_reported": "34198.80",
        "recognised": "21500.00",
        "paid": "21500.00",
    },
    "dune": {"accounting_reported": "7200.00", "billed": "0.00"},
}
CLASSES = {
    "duplicate_deal": "F",
    "edit_after_close": "F",
    "missing_project": "F",
    "duplicate_project": "F",
    "wip_overdue": "F",
    "unlinked_invoice": "F",
    "duplicate_invoice": "F",
    "draft_or_void": "F",
    "wrong_client_link": "F",
    "invoice_rate_differs_from_contract": "F",
    "budget_edit_without_change_order": "U",
    "not_yet_due": "T",
    "not_started": "T",
    "awaiting_handoff": "T",
    "progress_behind": "T",
    "time_not_approved": "T",
    "wip_within_cycle": "T",
    "billed_in_advance": "T",
    "deferred": "T",
    "unbilled_accrued": "T",
    "not_due": "T",
}
"""The class of a driver; what is not named is legitimate."""
SEGMENTS = {
    "list": "list_to_expected",
    "crm": "crm_to_expected",
    "sold": "expected_to_planned",
    "psa": "psa_to_planned",
    "plan": "planned_to_delivered",
    "work": "delivered_to_billed",
    "export": "accounting_to_billed",
    "books": "billed_to_recognised",
    "cash": "billed_to_paid",
}
STEPS = """
acme list discount_at_signing -6000.00 hubspot:deal:D-101
acme sold scope_added 3600.00 birdview:change_order:CO-1
acme plan not_yet_due -12600.00 birdview:planned_work:PW-1
acme plan not_yet_due -6600.00 birdview:planned_work:PW-2
acme plan hours_over_plan 1800.00 birdview:time_entry:T1
acme plan hours_under_plan -2200.00 birdview:time_entry:T4
acme plan unplanned_role 2000.00 birdview:time_entry:T7
acme plan rate_change 200.00 birdview:time_entry:T2
acme work time_not_approved -1320.00 birdview:time_entry:T5
acme work wip_within_cycle -3700.00 birdview:time_entry:T3
acme work wip_overdue -1100.00 birdview:time_entry:T6
acme work write_down -500.00 quickbooks:invoice_line:I-2-5
acme work invoice_rate_differs_from_contract -200.00 quickbooks:invoice_line:I-2-4
acme work credit_note -900.00 quickbooks:invoice:CN-1
acme export tax -7296.00 quickbooks:invoice:I-2
acme books unbilled_accrued 4800.00 quickbooks:journal_line:J-1
acme cash not_due -11480.00 quickbooks:invoice:I-2
bolt crm crm_fx -3600.00 hubspot:deal:D-102
bolt sold future_term -66000.00 hubspot:deal:D-102
bolt sold kickoff_adjustment -2200.00 birdview:budget_adjustment:BA-1
bolt sold scope_added 11000.00 birdview:change_order:CO-7
bolt sold on_hold -13200.00 birdview:project:P-B
bolt plan not_yet_due -22000.00 birdview:planned_work:PW-A
bolt plan not_yet_due -22000.00 birdview:planned_work:PW-C
bolt plan progress_behind -4400.00 birdview:project:P-A
bolt plan not_started -11000.00 birdview:project:P-C
bolt work billed_in_advance 9900.00 birdview:project:P-A
bolt work wip_within_cycle -6600.00 birdview:project:P-B
bolt work fx -600.00 quickbooks:invoice:I-2B
bolt work fx -400.00 quickbooks:invoice:I-3B
bolt books deferred -9720.00 quickbooks:journal_line:J-2
bolt books unbilled_accrued 6480.00 quickbooks:journal_line:J-3
bolt cash fx_realised -600.00 quickbooks:payment:PAY-2
bolt cash not_due -21600.00 quickbooks:invoice:I-3B
core crm duplicate_deal -45000.00 hubspot:deal:D-201b
core crm edit_after_close 6000.00 hubspot:deal:D-201
core sold scope_removed -4000.00 birdview:change_order:CO-9
core sold budget_edit_without_change_order -2000.00 birdview:project:P-301
core sold missing_project -20000.00 hubspot:deal:D-202
core sold awaiting_handoff -8000.00 hubspot:deal:D-203
core psa duplicate_project -45000.00 birdview:project:P-301x
core plan not_yet_due -19000.00 birdview:planned_work:PW-3
core plan progress_behind -500.00 birdview:project:P-301
core work wip_within_cycle -1500.00 birdview:project:P-301
core work unlinked_invoice 3500.00 quickbooks:invoice:I-12
core export tax -5699.80 quickbooks:invoice:I-10
core export duplicate_invoice -12000.00 quickbooks:invoice:I-11
core export draft_or_void -999.00 quickbooks:invoice:I-14
core export wrong_client_link 6000.00 quickbooks:invoice:I-13
dune export tax -1200.00 quickbooks:invoice:I-13
dune export wrong_client_link -6000.00 quickbooks:invoice:I-13
"""


def steps() -> list[tuple[str, str, str, str, Decimal, str]]:
    """Return client, segment, driver, class, amount and record of each part."""
    rows = []
    for line in STEPS.split("\n"):
        if line:
            client, segment, driver, amount, record = line.split()
            kind = CLASSES.get(driver, "L")
            rows.append(
                (client, SEGMENTS[segment], driver, kind, Decimal(amount), record)
            )
    return rows
