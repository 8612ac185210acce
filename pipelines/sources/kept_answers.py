"""The answers of a source that was not read to the end: the next run goes on from them.

One file per connection, mode 0600, outside the generations: a first load that a daily
limit spreads over five days finishes on the fifth. Answers are given again in the order
in which they came, to requests that are exactly the same; anything else is asked anew.
The file goes when the night that it fed is published.
"""

import hashlib
import json
import os
from collections import defaultdict, deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, BinaryIO

from pipelines.sources.asking import Asked

SAME_DAY = timedelta(hours=12)
"""How long the answers of a run that was only interrupted are worth more than new ones:
until the next night, which reads everything anew."""

LONG = timedelta(days=30)
"""How long those of a run that a limit ended are kept: to ask again takes days."""

HIDDEN = {"set-cookie", "authorization", "www-authenticate"}


class KeptAnswers:
    """The answers of one connection, those of earlier runs first."""

    def __init__(self, file: Path, now: datetime) -> None:
        self._file, self._now = file, now
        self._waiting: dict[str, deque[tuple[int, int, Mapping[str, str]]]]
        self._waiting = defaultdict(deque)
        self.began_at = now
        """When the first answer came, by the system's own clock (UTC)."""

        self.n_recalled = 0
        self._ended: set[str] = set()
        if file.exists():
            self._read()
            age = now - self.began_at
            is_limited = "limit" in self._ended
            if age > (LONG if is_limited else SAME_DAY) or (
                "complete" in self._ended and not is_limited
            ):
                self.drop()

    def recall(self, asked: Asked) -> tuple[bytes, Mapping[str, str]] | None:
        """Return what the system answered to the same request before, or None."""
        waiting = self._waiting.get(_fingerprint(asked))
        if not waiting:
            return None
        start, size, headers = waiting.popleft()
        with self._file.open("rb") as opened:
            opened.seek(start)
            self.n_recalled += 1
            return opened.read(size), headers

    def keep(self, asked: Asked, content: bytes, headers: Mapping[str, str]) -> None:
        """Add one complete answer."""
        with self._opened() as opened:
            if opened.tell() == 0:
                self.began_at = _said_at(headers) or self._now
                _write(opened, {"began_at": self.began_at.isoformat()})
            told = {k: v for k, v in headers.items() if k.lower() not in HIDDEN}
            asked_for = _fingerprint(asked)
            _write(opened, {"to": asked_for, "n": len(content), "headers": told})
            opened.write(content + b"\n")

    def end(self, how: str) -> None:
        """Note how a run ended: complete, limit or interrupted."""
        if self._file.exists():
            with self._opened() as opened:
                _write(opened, {"ended": how})

    def drop(self) -> None:
        """Forget every answer: they cannot be gone on from."""
        self._file.unlink(missing_ok=True)
        self._waiting.clear()
        self._ended.clear()
        self.began_at, self.n_recalled = self._now, 0

    def _opened(self) -> BinaryIO:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        opened = os.fdopen(number, "ab")
        opened.seek(0, os.SEEK_END)
        return opened

    def _read(self) -> None:
        """Read what is there; a line that a kill cut off ends the file."""
        whole = 0
        with self._file.open("rb") as opened:
            while line := opened.readline():
                try:
                    told = json.loads(line)
                except ValueError:
                    break
                if "began_at" in told:
                    self.began_at = datetime.fromisoformat(told["began_at"])
                elif "ended" in told:
                    self._ended.add(told["ended"])
                else:
                    start, size = opened.tell(), told["n"]
                    content = opened.read(size + 1)
                    if len(content) <= size:
                        break
                    self._waiting[told["to"]].append((start, size, told["headers"]))
                whole = opened.tell()
        os.truncate(self._file, whole)


def forget_complete(folder: Path) -> None:
    """Remove the answers of sources that were read to the end, once published."""
    for file in folder.glob("*.answers"):
        with file.open("rb") as opened:
            opened.seek(max(0, file.stat().st_size - 40))
            is_complete = opened.read().endswith(b'{"ended": "complete"}\n')
        if is_complete:
            file.unlink()


def _write(opened: BinaryIO, said: Mapping[str, Any]) -> None:
    opened.write(json.dumps(said).encode() + b"\n")


def _fingerprint(asked: Asked) -> str:
    said = [asked.method, asked.path, asked.query, asked.body, asked.headers]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()[:32]


def _said_at(headers: Mapping[str, str]) -> datetime | None:
    try:
        said = parsedate_to_datetime(headers.get("Date", ""))
    except ValueError:
        return None
    return said.astimezone(UTC).replace(tzinfo=None) if said.tzinfo else None
