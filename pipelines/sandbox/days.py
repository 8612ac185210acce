"""What happens after 31 May 2026: one list of events a day, played in order.

Events change, add and delete records the way people do; everything else stays as it
was, so that a night which loads only changes can be compared with one that loads all.
"""

from collections.abc import Callable, Mapping
from datetime import date

from pipelines.sandbox import events, events_of_work
from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.draft import Draft

Event = Callable[[Draft, date], None]

EVENTS: Mapping[date, tuple[Event, ...]] = {
    date(2026, 6, 1): (
        events.rename_client,
        events.edit_won_deal,
        events_of_work.log_late,
        events_of_work.delete_entry,
    ),
    date(2026, 6, 2): (
        events_of_work.approve_week,
        events.win_deal,
        events_of_work.receive,
    ),
    date(2026, 6, 3): (
        events_of_work.void_copy,
        events.delete_account,
        events.edit_open_deal,
    ),
    date(2026, 6, 4): (events.move, events.move_end),
}
"""What happens on which day."""


def play(draft: Draft, day: date) -> None:
    """Play every event up to and including `day`."""
    for on in sorted(EVENTS):
        if AS_OF < on <= day:
            for event in EVENTS[on]:
                event(draft, on)
