"""What a person sees of a night: one line of result per step, a bar while one runs."""

import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

log = logging.getLogger("plumbline")


class Line:
    """The line that a step leaves behind: what it did, and how long it took."""

    def __init__(self) -> None:
        self.sentence = ""
        self.seconds = 0.0

    def says(self, sentence: str) -> None:
        """Set what the step did."""
        self.sentence = sentence


class Terminal:
    """Writes lines to one stream and the same lines to the night's log."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stdout
        self.last = ""

    def say(self, sentence: str) -> None:
        """Write one line and keep it as `last`: how a night ended is its last line."""
        log.info(sentence)
        self.last = sentence
        self.stream.write(f"{sentence}\n")
        self.stream.flush()

    @contextmanager
    def step(self, name: str, expected_seconds: float = 0.0) -> Iterator[Line]:
        """Time one step; a bar shows how far it is, measured by the night before."""
        line, began = Line(), time.monotonic()
        log.info("%s begins", name)
        with _bar(name, expected_seconds, self.stream):
            yield line
        line.seconds = time.monotonic() - began
        self.say(f"{name:<10} {line.seconds:6.1f} s  {line.sentence}")


@contextmanager
def _bar(name: str, expected_seconds: float, stream: TextIO) -> Iterator[None]:
    if not stream.isatty():
        yield
        return
    # Only a terminal shows a bar, and only then is the library worth its import.
    from tqdm import tqdm

    over = threading.Event()
    shape = "{l_bar}{bar}| {elapsed}" if expected_seconds else "{desc} {elapsed}"
    bar = tqdm(
        desc=name,
        total=max(expected_seconds, 0.1),
        bar_format=shape,
        leave=False,
        file=stream,
    )

    def advance() -> None:
        while not over.wait(0.2):
            bar.n = min(bar.total, bar.format_dict["elapsed"])
            bar.refresh()

    watcher = threading.Thread(target=advance, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        bar.close()


@contextmanager
def logged_to(path: Path) -> Iterator[None]:
    """Append everything that is logged to the file at ``path`` meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    root = logging.getLogger()
    log.setLevel(logging.INFO)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
