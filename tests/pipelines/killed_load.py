"""Load the tiny firm in a process of its own, which kills itself at one answer.

`python -m tests.pipelines.killed_load FOLDER UNFINISHED SERVED ANSWERS`, with what
serves the firm as JSON. It counts the answers of all systems together.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import requests

from pipelines.load import load
from pipelines.run import Run
from tests.pipelines.tiny_load import FIRM, NIGHT

RUN = Run("night-1", NIGHT, NIGHT.date(), "test")


class Killing(requests.Session):
    """A session that leaves its process no time to tidy up."""

    left = -1

    def send(self, *asked: Any, **said: Any) -> requests.Response:
        if Killing.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        Killing.left -= 1
        return super().send(*asked, **said)


def load_into(folder: Path, there: dict[str, Any], unfinished: Path | None) -> None:
    folder.mkdir()
    load(FIRM, folder, **there, unfinished=unfinished, run=RUN)


if __name__ == "__main__":
    Killing.left = int(sys.argv[4])
    requests.Session = Killing  # type: ignore[misc]
    load_into(Path(sys.argv[1]), json.loads(sys.argv[3]), Path(sys.argv[2]))
