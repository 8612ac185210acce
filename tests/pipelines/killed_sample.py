"""Kill three real nights, one after another, in a folder that holds a published one.

`python -m tests.pipelines.killed_sample BUILD` writes one line of JSON per kill: while
dlt loads the day after, while dbt builds it, and while an unchanged night is sealed.
"""

import json
import sys
from datetime import date
from pathlib import Path

from tests.pipelines.killing import aftermath, digest
from tests.pipelines.real_night import Place, killed

NEWS = date(2026, 6, 1)
KILLS = [
    (Place("load", effect=150), NEWS),
    (Place("transform", effect=150), NEWS),
    (Place("publish", effect=20), None),
]


def main(build: Path) -> None:
    digests = {"old": digest(build)}
    for place, day in KILLS:
        told = aftermath(
            build, lambda b, place=place, day=day: killed(b, place, day), digests
        )
        sys.stdout.write(json.dumps(told | {"place": str(place)}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
