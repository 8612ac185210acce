"""Which cells of the marts a system tells otherwise than the sample's own, and why."""

from collections.abc import Mapping

AS_NUMBER = "An edit of an amount is told as a number: 252920 is no longer 252920.00."
ADDRESSES = (
    "marts.source_addresses.source_record_type",
    "marts.source_addresses.source_system",
)

COUNTED = (
    "means",
    "n_edits",
    "n_edits_in_owner",
    "n_edits_of_field",
    "n_people",
    "n_records",
)

EXPECTED: Mapping[str, Mapping[str, str]] = {
    "salesforce": {
        "marts.field_edits.new_value": AS_NUMBER,
        "marts.off_owner_edits.new_value": AS_NUMBER,
        "marts.off_owner_edits.sentence": AS_NUMBER,
    },
    "google_sheets": {
        **dict.fromkeys(ADDRESSES, "A row of a spreadsheet has no page of its own."),
        **dict.fromkeys(
            (
                "marts.field_edits.explanation",
                "marts.field_edits.means",
                "marts.manual_fixes.means",
                *(f"marts.field_update_points.{column}" for column in COUNTED),
            ),
            "A tab of stages says who moved a deal, and not by what means.",
        ),
    },
    "personio": {},
    "harvest": dict.fromkeys(ADDRESSES, "Harvest has no page of an hour or expense."),
    "kantata": dict.fromkeys(ADDRESSES, "Kantata has no page of an hour or expense."),
    "xero": dict.fromkeys(ADDRESSES, "A tracking option has no page of its own."),
}
"""System → `table.column` that it cannot tell as the other does → why."""

UNSEEN: Mapping[str, Mapping[str, str]] = {
    "google_sheets": {"marts.field_edits": "field = 'stage' and old_value is null"},
    "xero": {
        "marts.manual_fixes": "habit = 'closed_period_edit'",
        "quality.findings": "claim = 'closed_months_rest'",
    },
}
"""System → table → rows that only the other can know: Xero does not say when a month
was closed, so that an edit after that stays unseen, and a tab of stages has moves only,
none for a deal that was won when it was entered."""
