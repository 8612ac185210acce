"""The steps between two numbers as a table: each leads to the records behind it."""

from collections.abc import Sequence
from decimal import Decimal

from dashboards import pieces, rows, words
from dashboards.bridge import Step


def table(found: Sequence[Step], currency: str, gap: Decimal) -> None:
    """Draw the steps with their share of all that moved; their total is the gap."""
    moved = sum((abs(step.amount) for step in found), Decimal(0))
    rows.rows(
        "steps",
        "Step",
        columns=[
            rows.Column(f"Amount ({currency})", 1.1, is_number=True),
            rows.Column("Share", 0.5, is_number=True, is_wide=True),
            rows.Column("Status", 1.1),
            rows.Column("Owner", 0.8, is_wide=True),
        ],
        lines=[
            rows.Line(
                "pages/records.py",
                step.label,
                [
                    words.signed(step.amount),
                    f"{abs(step.amount) / moved:.0%}" if moved else "",
                    pieces.status(step.driver_class),
                    words.owner(step.owner_role),
                ],
                {"step": step.key},
                step.explanation,
            )
            for step in found
        ],
        is_paged=False,
        total=[words.signed(gap), "100%" if found else "", "", ""],
    )
