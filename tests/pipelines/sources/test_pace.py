"""A vendor is never asked faster than it allows."""

from datetime import UTC, datetime

from pipelines.sources.pace import Pace, told_to_wait

NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)


def test_no_more_than_the_allowed_requests_fall_into_any_window() -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    pace = Pace(calls=3, seconds=10, clock=lambda: now[0], sleep=sleep)
    asked = []
    for _ in range(10):
        pace.wait()
        asked.append(now[0])
    assert all(
        later - first >= 10 for first, later in zip(asked, asked[3:], strict=False)
    )


def test_retry_after_may_be_a_number_a_date_or_nonsense() -> None:
    said = {"Retry-After": "Sun, 31 May 2026 12:07:00 GMT"}
    assert told_to_wait({"Retry-After": "90"}, NOW) == 90
    assert told_to_wait(said, NOW) == 420
    assert told_to_wait({"Retry-After": "soon"}, NOW) is None
    assert told_to_wait({}, NOW) is None
