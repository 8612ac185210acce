"""How much of its day's requests an organisation has left, and for whom."""

from datetime import UTC, datetime, timedelta
from typing import Any

import requests

from pipelines.sources import endings

RESERVE = 0.05
"""The share of the day's requests that is left to the firm's other apps."""


class Allowance:
    """Reads what every answer says of the day's requests, and ends before the last."""

    def __init__(self, system: str) -> None:
        self._system = system

    def heard(self, response: requests.Response, *_: Any, **__: Any) -> None:
        """Raise LimitError when only the reserve is left.

        Salesforce tells `api-usage=900/15000`, of all apps together.
        """
        said = response.headers.get("Sforce-Limit-Info", "")
        told = said.partition("api-usage=")[2].partition(",")[0]
        used, allowed = told.partition("/")[::2]
        if not (used.isdigit() and allowed.isdigit()):
            return
        if int(used) > int(allowed) * (1 - RESERVE):
            raise endings.used_up(
                self._system,
                "limits",
                f"{used} of {allowed} requests of 24 hours; the rest is for other apps",
                tomorrow(response, datetime.now(UTC)),
            )


def is_used_up(response: requests.Response) -> bool:
    """Return whether a refusal speaks of the requests of the last 24 hours."""
    return "TotalRequests" in response.text


def is_busy(response: requests.Response) -> bool:
    """Return whether a refusal speaks of too many requests at one time."""
    return "REQUEST_LIMIT_EXCEEDED" in response.text


def tomorrow(response: requests.Response, now: datetime) -> datetime:
    """Return when the requests of the last 24 hours are forgotten at the latest."""
    return now + timedelta(hours=24)
