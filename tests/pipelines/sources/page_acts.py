"""Faults of a list that comes in pages: empty ones, shifted ones, wrong counts."""

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.pipelines.sources.acts import Answer, body, parsed
from tests.pipelines.sources.record_acts import list_in

COUNTS = {
    "count",
    "itemCount",
    "numberRecordsProcessed",
    "total",
    "totalCount",
    "totalItems",
    "totalSize",
    "total_elements",
    "total_entries",
}
POSITIONED = re.compile(r"[?&](page|offset|cursor)=|orderby(\+|%20)Id")


def nothing_first(true: Answer) -> Answer:
    """Give an empty page that leads on to the one that was asked for.

    Where pages are numbered, the page is empty and the next number leads past it.
    """
    path, query, said = _asked(true)

    def emptied(told: Any) -> None:
        found = list_in(told)
        if not found or "inputs" in said or "/changed/" in path:
            return
        if "/crm/" in path:
            after = said.get("after") or query.get("after", ["0"])[0]
            told["paging"] = {"next": {"after": f"0{after}"}}
        elif "links" in told and "per_page" in query:
            cursor = query.get("cursor", ["0"])[0]
            size = query["per_page"][0]
            told["links"]["next"] = f"https://x/?cursor=0{cursor}&per_page={size}"
        elif "totalSize" in told:
            if "/query/" not in path:
                return
            locator, _, start = path.partition("/services")[2].rpartition("-")
            told |= {"done": False, "nextRecordsUrl": f"/services{locator}-0{start}"}
        found[:] = []

    return parsed(emptied)(true)


def same_again(true: Answer) -> Answer:
    """Give the page before once more, and what it says of the next one."""
    before = _answer_before(true)
    return body(lambda _: before.content)(true) if before else true


def one_again(true: Answer) -> Answer:
    """Begin a page with the last record of the page before: something was inserted."""

    def shifted(told: Any) -> None:
        found, before = list_in(told), _page_before(true)
        if found and before:
            found.insert(0, before[-1])

    return parsed(shifted)(true)


def one_missed(true: Answer) -> Answer:
    """Leave out the first record of a later page, and count one less: something before
    was deleted."""

    def shifted(told: Any) -> None:
        found = list_in(told)
        if found and _page_before(true):
            found.pop(0)
            _count(told, -1)

    return parsed(shifted)(true)


def counts_one_more(true: Answer) -> Answer:
    """Tell of one record more than there is."""
    return parsed(lambda told: _count(told, 1))(true)


def _count(told: Any, more: int) -> None:
    for name, value in told.items() if isinstance(told, dict) else ():
        if name in COUNTS and isinstance(value, int):
            told[name] = value + more
        _count(value, more)


def _asked(true: Answer) -> tuple[str, dict[str, list[str]], dict[str, Any]]:
    url = urlsplit(str(true.request.url))
    said = true.request.body
    try:
        asked = json.loads(said) if said else {}
    except ValueError:
        asked = {}
    return url.path, parse_qs(url.query), asked


def _list_of(answer: Answer) -> tuple[str, str]:
    """Return what was asked for without any position in it."""
    url, said = _place_of(answer)
    return re.sub(r"\d+", "", url), re.sub(r"\d+", "", said)


def _place_of(answer: Answer) -> tuple[str, str]:
    return str(answer.request.url), str(answer.request.body or "")


def _page_before(true: Answer) -> list[Any] | None:
    """Return the page before, of a list whose pages are positions; else None."""
    before = _answer_before(true)
    _, _, said = _asked(true)
    is_positioned = POSITIONED.search(str(true.request.url)) or "page" in said
    is_search = "after" in said
    is_journal = "Journals" in str(true.request.url)
    if not before or is_journal or not (is_positioned or is_search):
        return None
    try:
        return list_in(json.loads(before.content))
    except ValueError:
        return None


def _answer_before(true: Answer) -> Answer | None:
    """Return the answer before that told of another place of the same list."""
    wanted = _list_of(true)
    same = (one for one in reversed(true.history) if _list_of(one) == wanted)
    before = next(same, None)
    return None if before is None or _place_of(before) == _place_of(true) else before
