"""Kill a night with tiny steps before each of its side effects, and tell of each.

Run as a program of its own: `python -m tests.pipelines.killed_nights FOLDER
NIGHTS_BEFORE PLACES`. It forks a child per night, so a kill costs no import; each child
kills itself before its nth call that makes, links, moves, copies, syncs or removes a
file or opens a database. Writes one line of JSON per place.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from pipelines.nightly import nightly
from tests.pipelines.killing import (
    Campaign,
    copy,
    die,
    digest,
    in_a_child,
    killed_and_followed,
    wrapped,
)
from tests.pipelines.tiny_night import order

OLD, NEW = 3, 5
"""How many deals the source holds before, and on, the night that is killed."""


def main(folder: Path, n_before: int, n_places: int) -> None:
    template, undisturbed = folder / "template", folder / "undisturbed"
    template.mkdir(parents=True)
    for _ in range(n_before):
        in_a_child(lambda: nightly(order(template, n_deals=OLD)))
    copy(template, undisturbed)
    log = folder / "effects"
    in_a_child(lambda: counted(undisturbed, log))
    effects = log.read_text().splitlines()
    digests = {"old": digest(template), "new": digest(undisturbed)}
    campaign = Campaign(template, night, digests)
    for place in places(len(effects), n_places):
        told = killed_and_followed(
            campaign,
            folder / f"killed-{place}",
            lambda build, place=place: killed(build, place),
        )
        told |= {"place": place, "effect": effects[place]}
        sys.stdout.write(json.dumps(told) + "\n")


def places(n_effects: int, n_wanted: int) -> Iterator[int]:
    step = max(n_effects / n_wanted, 1)
    yield from sorted({int(step * i) for i in range(n_wanted) if step * i < n_effects})


def night(build: Path) -> int:
    return nightly(order(build, n_deals=NEW))


def counted(build: Path, log: Path) -> int:
    with log.open("a") as opened:
        wrapped(lambda name: opened.write(f"{name}\n"))
        return night(build)


def killed(build: Path, place: int) -> int:
    left = [place]

    def before(_: str) -> None:
        if left[0] == 0:
            die()
        left[0] -= 1

    wrapped(before)
    return night(build)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
