"""Faults of a list that comes in pages: empty ones, shifted ones, wrong counts."""

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.pipelines.sources.acts import Answer, body, list_in, parsed

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

    def emptied(told: Any) -> Any:
        found = list_in(told)
        if not found or "inputs" in said:
            return None
        if "/crm/" in path:
            after = said.get("after") or query.get("after", ["0"])[0]
            told["paging"] = {"next": {"after": f"0{after}"}}
        elif "links" in told:
            cursor = query.get("cursor", ["0"])[0]
            size = query["per_page"][0]
            told["links"]["next"] = f"https://x/?cursor=0{cursor}&per_page={size}"
        elif "totalSize" in told:
            if "/query/" not in path:
                return None
            locator, _, start = path.partition("/services")[2].rpartition("-")
            told |= {"done": False, "nextRecordsUrl": f"/services{locator}-0{start}"}
        found[:] = []
        return told

    return parsed(emptied)(true)


def same_again(true: Answer) -> Answer:
    """Give the page before once more, and what it says of the next one."""
    if not true.history or _list_of(true.history[0]) != _list_of(true):
        return true
    return body(lambda _: true.history[0].content)(true)


def one_again(true: Answer) -> Answer:
    """Begin a page with the last record of the page before: something was inserted."""

    def shifted(told: Any) -> Any:
        found, before = list_in(told), _page_before(true)
        if not found or not before:
            return None
        found.insert(0, before[-1])
        return told

    return parsed(shifted)(true)


def one_missed(true: Answer) -> Answer:
    """Leave out the first record of a later page: something before was deleted."""

    def shifted(told: Any) -> Any:
        found = list_in(told)
        if not found or not _page_before(true):
            return None
        found.pop(0)
        return told

    return parsed(shifted)(true)


def counts_one_more(true: Answer) -> Answer:
    """Tell of one record more than there is."""

    def counted(told: Any) -> Any:
        for name, value in told.items() if isinstance(told, dict) else ():
            if name in COUNTS and isinstance(value, int):
                told[name] = value + 1
            counted(value)
        return told

    return parsed(counted)(true)


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
    said = str(answer.request.url), str(answer.request.body or "")
    return re.sub(r"\d+", "", said[0]), re.sub(r"\d+", "", said[1])


def _page_before(true: Answer) -> list[Any] | None:
    """Return the page before, of a list whose pages are positions; else None."""
    if not true.history:
        return None
    (before,) = true.history
    _, _, said = _asked(true)
    is_positioned = POSITIONED.search(str(true.request.url)) or "page" in said
    is_journal = "Journals" in str(true.request.url)
    if not is_positioned or _list_of(before) != _list_of(true) or is_journal:
        return None
    try:
        return list_in(json.loads(before.content))
    except ValueError:
        return None
