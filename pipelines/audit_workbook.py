"""An audit as a workbook: a summary, then a sheet for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.workbook import Sheet, written

if TYPE_CHECKING:
    from pipelines.audit import Audit

SUMMARY = (
    *("question", "what is counted", "items", "amount at stake"),
    *("items in the last audit", "change", "new", "gone"),
)


def audit_workbook(audit: Audit) -> bytes:
    """Return the workbook's bytes; its first sheet counts what the others list."""
    compared = audit.compared_with
    summary = Sheet(
        "summary",
        SUMMARY,
        [
            (
                one.section.title,
                one.section.counts,
                len(one.rows),
                one.amount,
                one.n_before,
                one.change,
                one.n_new if compared else None,
                one.n_gone if compared else None,
            )
            for one in audit.sections
        ],
        about=(
            ("Quarterly audit of", audit.firm_name),
            ("as of", audit.as_of),
            ("currency", audit.currency_code),
            ("compared with the audit of", compared or "none before"),
            (),
        ),
    )
    lists = [Sheet(one.section.name, one.columns, one.rows) for one in audit.sections]
    return written([summary, *lists])
