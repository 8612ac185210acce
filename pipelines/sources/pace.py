"""How fast a vendor may be asked, and how long to wait when it says no."""

import random
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from email.utils import parsedate_to_datetime
from time import monotonic
from time import sleep as pause

import requests


@dataclass
class Pace:
    """At most ``calls`` requests in any ``seconds``; a vendor's limit less a margin."""

    calls: int
    seconds: float
    clock: Callable[[], float] = monotonic
    sleep: Callable[[float], None] = pause
    _asked: deque[float] = field(default_factory=deque)

    def wait(self) -> None:
        """Return as soon as another request is allowed."""
        now = self.clock()
        while self._asked and now - self._asked[0] >= self.seconds:
            self._asked.popleft()
        if len(self._asked) >= self.calls:
            self.sleep(self.seconds - (now - self._asked.popleft()))
        self._asked.append(self.clock())


def unlimited() -> Pace:
    """Return a pace that never waits: for the sandbox and for tests."""
    return Pace(calls=1_000_000, seconds=1)


def told_to_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds of Retry-After, written as a number or as a date, or None."""
    said = headers.get("Retry-After", "").strip()
    if not said:
        return None
    try:
        return max(0.0, float(said))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


def told_when(response: requests.Response, now: datetime) -> datetime | None:
    """Return when a limit resets, as far as Retry-After says so."""
    wait = told_to_wait(response.headers, now)
    return None if wait is None else now + timedelta(seconds=wait)


def next_midnight(zone: tzinfo) -> Callable[[requests.Response, datetime], datetime]:
    """Return a `resets_at` for vendors whose day begins at midnight in ``zone``."""

    def resets_at(response: requests.Response, now: datetime) -> datetime:
        told = told_when(response, now)
        if told:
            return told
        tomorrow = now.astimezone(zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, time.min, zone).astimezone(UTC)

    return resets_at


def back_off(attempt: int) -> float:
    """Return how long to wait before attempt number ``attempt`` + 1, with jitter."""
    return float(min(2.0 ** (attempt - 1), 60.0) * random.uniform(0.5, 1.0))
