"""How a source ends that cannot be read on: what happened, and what becomes of it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import requests

from pipelines.sources import LimitError, PassingError, SourceError, TableError
from pipelines.sources.answers import UNSIGNED, Answer, masked

if TYPE_CHECKING:
    from pipelines.sources.http import Client


TRANSIENT = {408, 425, 429, 500, 502, 503, 504}


def refused(
    client: "Client", resource: str, response: requests.Response, now: datetime
) -> Answer:
    """Return a refusal that may pass, or raise the error of one that will not."""
    status = response.status_code
    told = masked(response.text[:300], client.auth.secrets())
    if status in (*TRANSIENT, 403) and client.is_final(response):
        when = client.resets_at(response, now)
        raise used_up(client.system, resource, f"status {status} {told}".strip(), when)
    if status in TRANSIENT or client.is_busy(response):
        return Answer(None, f"status {status}")
    if status == 401:
        return UNSIGNED
    raise refusal(client.system, resource, f"status {status}: {told}", status)


def gave_up(system: str, resource: str, answer: Answer, problem: str) -> PassingError:
    """Return the error of a request that never got a complete answer."""
    ended = PassingError(
        system,
        resource,
        f"{problem}. Nothing was loaded; the last complete rows stay.",
    )
    ended.code = answer.code
    return ended


def used_up(
    system: str, resource: str, told: str, resets_at: datetime | None
) -> LimitError:
    """Return the error of a limit that is not worth waiting for."""
    when = (
        f"It answers again from {resets_at:%F %T} UTC on"
        if resets_at
        else "It did not say when it answers again"
    )
    return LimitError(
        system,
        resource,
        f"the limit is used up ({told}). {when}. What was read is kept, and the next "
        "run goes on from there; the last complete rows stay.",
        resets_at,
    )


def too_slow(system: str, resource: str, deadline: timedelta) -> PassingError:
    """Return the error of a source that took longer than a night has time for."""
    return PassingError(
        system,
        resource,
        f"not read to the end within {deadline.total_seconds() / 3600:g} hours. What "
        "was read is kept, and the next run goes on from there; the last complete rows "
        "stay.",
    )


def refusal(
    system: str, resource: str, problem: str, status: int | None = None
) -> SourceError:
    """Return the error of a request that asking again cannot help.

    What the key may not read (403) holds back one table; all else the whole source.
    """
    if status is None:
        return SourceError(
            system,
            resource,
            f"{problem}. Nothing was loaded; the last complete rows stay.",
        )
    refused = TableError if status == 403 else SourceError
    advice = (
        "the address has moved, check it"
        if 300 <= status < 400
        else "check what the key may read"
    )
    return refused(
        system, resource, f"{problem}. The last complete rows stay; {advice}."
    )
