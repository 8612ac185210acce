"""The handoffs that an invented firm misses by itself."""

from pipelines.sandbox.draft import Draft
from pipelines.sandbox.truths import SYSTEMS, Truths

ANSWERED = {
    "missing_project": "deal_to_project",
    "not_started": "project_to_first_time",
    "time_not_approved": "submitted_to_approved",
}


def answered(draft: Draft, truths: Truths) -> set[tuple[str, str, str]]:
    """Return the handoffs that the invented firm misses by itself."""
    broken = {
        (
            "missing",
            ANSWERED[a.kind],
            f"{SYSTEMS[a.role]}:{a.record_type}:{a.record_id}",
        )
        for a in truths.answers
        if a.kind in ANSWERED
    }
    for answer in truths.answers:
        if answer.kind == "late_handoffs":
            broken.add(_of_person(draft, answer.record_id))
    return broken


def _of_person(draft: Draft, number: str) -> tuple[str, str, str]:
    employee = draft.get("hr", "employees", number)
    record = f"{SYSTEMS['hr']}:employee:{number}"
    (known,) = [*draft.where("psa", "people", employee_number=number)] or [None]
    if known is None or employee["end_date"]:
        event = "leaver_to_psa" if employee["end_date"] else "hire_to_psa"
        return "missing", event, record
    copied = {
        day["off_date"]
        for day in draft.where("psa", "time_off", person_id=known["person_id"])
    }
    (off,) = [
        day["off_date"]
        for day in draft.where("hr", "time_off", employee_number=number)
        if day["off_date"] not in copied
    ]
    return "missing", "time_off_to_psa", f"{record}/{off}"
