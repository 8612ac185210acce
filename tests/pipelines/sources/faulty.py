"""A session that passes answers on, except for the faults at some places."""

from collections import Counter
from typing import Any

import requests

from tests.pipelines.sources.faults import FOR_EVER, Fault


class Faulty(requests.Session):
    """Passes everything on, except the answers at some places.

    A fault that lasts for ever also meets every answer behind its place.
    """

    def __init__(self, *faults: tuple[int, Fault]) -> None:
        super().__init__()
        self.n_answers = 0
        self._faults = faults
        self._met: Counter[int] = Counter()
        self._before: list[requests.Response] = []

    def request(self, *asked: Any, **said: Any) -> requests.Response:  # type: ignore[override]
        true = super().request(*asked, **said)
        if not true.ok:
            return true
        true.history, fault = self._before, self._fault()
        if fault:
            self._met[self.n_answers] += 1
            return fault.act(true)
        self.n_answers += 1
        self._before = [true]
        return true

    def _fault(self) -> Fault | None:
        here = self.n_answers
        for place, fault in self._faults:
            is_here = place == here and self._met[here] < fault.times
            if is_here or (place < here and fault.times == FOR_EVER):
                return fault
        return None
