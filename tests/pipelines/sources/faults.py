"""The faults of an API and of its records, each as what it does to one answer.

A fault is asked with the true answer and says what comes instead, or raises what the
network would. `times` is how often the same request meets it; for ever means every
answer from there on. `ends` says what may follow: `exact` (the rows are those of an
undisturbed run), `ended` (the source is incomplete and has no rows), `held` (a table
is), `told` (each row is loaded, in quarantine, or its table is held), `kept` (the
records are there, with the new value).
"""

from dataclasses import dataclass

import requests
from requests.exceptions import ChunkedEncodingError, ContentDecodingError

from tests.pipelines.sources.acts import Act, body, drips, fails, says, with_headers
from tests.pipelines.sources.page_acts import (
    counts_one_more,
    nothing_first,
    one_again,
    one_missed,
    same_again,
)
from tests.pipelines.sources.record_acts import (
    REMOVED,
    another_currency,
    another_stage,
    as_float,
    as_object,
    as_text,
    day_first,
    fields,
    in_cents,
    is_name,
    named,
    nothing,
    records,
)

FOR_EVER = 1000


@dataclass(frozen=True)
class Fault:
    """One kind of fault; see the module."""

    act: Act
    ends: str
    times: int = 1
    whole: str = ""
    """What may follow when every answer has it, if that is less than `ends`."""


FAULTS = {
    "A01 429 with Retry-After": Fault(says(429, Retry_After="7"), "exact"),
    "A02 429 without a header": Fault(says(429), "exact", 3),
    "A03 429 for ever": Fault(says(429), "ended", FOR_EVER),
    "A04 500 once": Fault(says(500), "exact"),
    "A05 a burst of 503": Fault(says(503), "exact", 4),
    "A06 no connection in time": Fault(fails(requests.ConnectTimeout), "exact", 2),
    "A07 no byte in time": Fault(fails(requests.ReadTimeout), "exact"),
    "A08 a byte at a time": Fault(drips, "exact", 2),
    "A09 connection reset": Fault(fails(requests.ConnectionError), "exact"),
    "A10 half an answer": Fault(body(lambda told: told[: len(told) // 2]), "exact"),
    "A11 half a gzip": Fault(fails(ContentDecodingError), "exact"),
    "A12 a length not kept": Fault(fails(ChunkedEncodingError), "exact"),
    "A13 an HTML page with 200": Fault(
        says(200, b"<html>Sorry</html>"), "ended", FOR_EVER
    ),
    "A14 an error with 200": Fault(
        says(200, b'{"error": {"message": "no"}}'), "exact ended held", FOR_EVER
    ),
    "A15 an empty page before its end": Fault(nothing_first, "exact ended held"),
    "A16 nothing where something was": Fault(nothing, "exact ended held told kept"),
    "A17 every record twice": Fault(records(lambda f: f + f), "exact ended held"),
    "A18 one inserted while paging": Fault(one_again, "exact ended held"),
    "A19 one deleted while paging": Fault(one_missed, "exact ended held"),
    "A20 the same page again": Fault(same_again, "exact ended held"),
    "A21 a cursor that has expired": Fault(says(400, b"expired"), "ended"),
    "A24 a count that disagrees": Fault(counts_one_more, "exact ended held", FOR_EVER),
    "A25 a token refused once": Fault(says(401), "exact ended"),
    "A27 a scope removed": Fault(says(403, b"no scope"), "held ended", FOR_EVER),
    "A29 the address has moved": Fault(says(302), "ended"),
    "C01 a new column": Fault(
        records(
            lambda f: [x | {"new_one": 1} if isinstance(x, dict) else x for x in f]
        ),
        "exact",
    ),
    "C02 a column is gone": Fault(
        fields(lambda name, v: REMOVED if is_name(name) else v),
        "exact ended held told kept",
        FOR_EVER,
        "exact ended held",
    ),
    "C03 a column has a new name": Fault(
        named(lambda name: f"{name}_2" if is_name(name) else name),
        "exact ended held told kept",
        FOR_EVER,
        "exact ended held",
    ),
    "C04 an int becomes a float": Fault(fields(as_float), "exact"),
    "C05 a number becomes a text": Fault(fields(as_text), "exact told ended held"),
    "C06 a value becomes an object": Fault(
        fields(as_object), "exact told ended held", FOR_EVER
    ),
    "C07 nothing becomes something": Fault(
        fields(lambda name, v: "7" if v is None else v),
        "exact told ended held kept",
        FOR_EVER,
    ),
    "C08 a new value of a list": Fault(
        fields(another_stage), "exact told ended held kept", FOR_EVER
    ),
    "C09 cents for units": Fault(
        fields(in_cents), "exact told ended held kept", FOR_EVER, "exact ended held"
    ),
    "C10 another currency": Fault(
        fields(another_currency), "exact told ended held kept", FOR_EVER
    ),
    "C11 days the other way round": Fault(fields(day_first), "exact told ended held"),
    "C12 a version that will end": Fault(
        with_headers(Sunset="Sat, 01 May 2027 00:00:00 GMT"), "exact"
    ),
}
OF_PAGES = {"A15", "A16", "A17", "A18", "A19", "A20", "A24"}
"""The faults that each connector meets with code of its own."""

HELD_BY = {
    "A22": "test_hubspot.py::test_a_search_goes_on_behind_its_last_window",
    "A23": "test_hubspot.py::"
    "test_more_records_of_one_moment_than_a_search_tells_are_read_by_id",
    "A26": "test_auth.py::"
    "test_a_rotated_token_is_kept_before_the_new_access_token_is_used",
    "A28": "test_quickbooks.py::"
    "test_what_changed_or_went_two_months_ago_is_found_without_the_feed_of_changes",
}
"""The faults that only one system can have, and the test of its own that holds each."""
