"""One lock, so that two nights cannot meet."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipelines.firm import FirmError


@contextmanager
def held(build: Path) -> Iterator[None]:
    """Hold the lock of ``build``; the kernel releases it when the process ends.

    Raises FirmError that names the process which holds it already.
    """
    build.mkdir(parents=True, exist_ok=True)
    path = build / "night.lock"
    with path.open("a+") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = path.read_text().strip() or "unknown"
            raise FirmError(
                f"Process {holder} already runs a night in {build}. Wait until it ends."
            ) from None
        opened.truncate(0)
        opened.write(str(os.getpid()))
        opened.flush()
        yield
