"""Load one system in a process of its own, which kills itself at one answer.

`python -m tests.pipelines.killed_load SYSTEM FOLDER UNFINISHED SERVED ANSWERS`, with
what serves the system as JSON.
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
from tests.pipelines.sources.asking_a_system import firm_of
from tests.pipelines.tiny_load import NIGHT

RUN = Run("night-1", NIGHT, NIGHT.date(), "test")


class Killing(requests.Session):
    """A session that leaves its process no time to tidy up."""

    left = -1

    def send(self, *asked: Any, **said: Any) -> requests.Response:
        if Killing.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        Killing.left -= 1
        return super().send(*asked, **said)


def load_into(
    system: str, folder: Path, there: dict[str, Any], unfinished: Path | None
) -> None:
    folder.mkdir()
    firm = firm_of(system, folder.parent)  # Tokens go on from load to load.
    load(firm, folder, **there, unfinished=unfinished, run=RUN)


if __name__ == "__main__":
    of, to, kept, served, answers = sys.argv[1:]
    Killing.left = int(answers)
    requests.Session = Killing  # type: ignore[misc]
    load_into(of, Path(to), json.loads(served), Path(kept))
