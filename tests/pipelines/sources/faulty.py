"""A session that passes answers on, except for the faults at some places."""

import copy
from collections import Counter
from collections.abc import Sequence
from typing import Any

import requests

from tests.pipelines.sources.faults import FOR_EVER, Fault


class Faulty(requests.Session):
    """Passes everything on, except the answers at some places; counts what it changed.

    A fault that lasts for ever also meets every answer behind its place. The `history`
    of an answer is every one before it, which a fault of pages looks at.
    """

    def __init__(self, *faults: tuple[int, Fault]) -> None:
        super().__init__()
        self.trust_env = False
        self.heard: list[requests.Response] = []
        self.n_bites = 0
        self._faults = faults
        self._met: Counter[int] = Counter()

    def request(self, *asked: Any, **said: Any) -> requests.Response:  # type: ignore[override]
        true = super().request(*asked, **said)
        if not true.ok:
            return true
        true.history, fault = list(self.heard), self._fault()
        if fault:
            self._met[len(self.heard)] += 1
            self.n_bites += bites(fault, true)
            return fault.act(true)
        self.heard.append(true)
        return true

    def _fault(self) -> Fault | None:
        here = len(self.heard)
        for place, fault in self._faults:
            is_here = place == here and self._met[here] < fault.times
            if is_here or (place < here and fault.times == FOR_EVER):
                return fault
        return None


def bites(fault: Fault, true: requests.Response) -> bool:
    """Say whether a fault would change this answer."""
    tried = copy.copy(true)
    tried.headers = true.headers.copy()
    try:
        told = fault.act(tried)
    except (requests.RequestException, AssertionError):
        return True
    return any(
        getattr(told, part) != getattr(true, part)
        for part in ("status_code", "content", "headers")
    )


def places(fault: Fault, heard: Sequence[requests.Response]) -> list[int]:
    """Return the places at which a fault changes what was heard."""
    return [place for place, true in enumerate(heard) if bites(fault, true)]
