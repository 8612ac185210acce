"""Kill a night with SIGKILL before each of its side effects, and say what became of it.

Run as a program of its own: `python -m tests.pipelines.killed_nights FOLDER
NIGHTS_BEFORE PLACES`. It forks a child per night, so a kill costs no import; each child
kills itself before its nth call that makes, links, moves, copies, syncs or removes a
file or opens a database. Writes one line of JSON per place.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas  # noqa: F401 - DuckDB imports it at the first query of every child

from pipelines.canonical import canonical_digest
from pipelines.generations import generations, published
from pipelines.manifest import damage, read_manifest
from pipelines.nightly import nightly
from tests.pipelines.tiny_night import order

EFFECTS = [
    (os, ("replace", "fsync", "symlink", "mkdir", "unlink", "rmdir")),
    (shutil, ("copyfile", "copytree")),
    (duckdb, ("connect",)),
]
OLD, NEW = 3, 5
"""How many deals the source holds before, and on, the night that is killed."""


def main(folder: Path, n_before: int, n_places: int) -> None:
    template, undisturbed = folder / "template", folder / "undisturbed"
    template.mkdir(parents=True)
    for _ in range(n_before):
        in_a_child(lambda: nightly(order(template, n_deals=OLD)))
    copy(template, undisturbed)
    log = folder / "effects"
    in_a_child(lambda: counted(nightly, order(undisturbed, n_deals=NEW), log))
    effects = log.read_text().splitlines()
    digests = {"old": digest(template), "new": digest(undisturbed)}
    for place in places(len(effects), n_places):
        build = folder / f"killed-{place}"
        copy(template, build)
        told: dict[str, Any] = {"place": place, "effect": effects[place]}
        told["signal"] = in_a_child(
            lambda build=build, place=place: killed(
                nightly, order(build, n_deals=NEW), place
            )
        )
        told["published_is"] = [k for k, v in digests.items() if v == digest(build)]
        told["damage"] = damage_of(build)
        told["next_night"] = in_a_child(lambda b=build: nightly(order(b, n_deals=NEW)))
        told["next_is_new"] = digest(build) == digests["new"]
        told["next_damage"] = damage_of(build)
        told["left_over"] = left_over(build)
        sys.stdout.write(json.dumps(told) + "\n")
        shutil.rmtree(build)


def places(n_effects: int, n_wanted: int) -> Iterator[int]:
    step = max(n_effects / n_wanted, 1)
    yield from sorted({int(step * i) for i in range(n_wanted) if step * i < n_effects})


def in_a_child(act: Callable[[], Any]) -> int:
    child = os.fork()
    if not child:
        code = 99
        try:
            code = int(act() or 0)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def wrapped(before: Callable[[str], None]) -> None:
    for module, names in EFFECTS:
        for name in names:
            real = getattr(module, name)

            def call(
                *given: Any, real: Any = real, name: str = name, **named: Any
            ) -> Any:
                before(name)
                return real(*given, **named)

            setattr(module, name, call)


def counted(act: Callable[[Any], int], given: Any, log: Path) -> int:
    with log.open("a") as opened:
        wrapped(lambda name: opened.write(f"{name}\n"))
        return act(given)


def killed(act: Callable[[Any], int], given: Any, place: int) -> int:
    left = [place]

    def before(_: str) -> None:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    wrapped(before)
    return act(given)


def copy(build: Path, to: Path) -> None:
    shutil.copytree(build, to, symlinks=True)


def digest(build: Path) -> str | None:
    now = published(build)
    if not now:
        return None
    told = build.parent / "digest"
    in_a_child(
        lambda: told.write_text(canonical_digest(now.folder / "analysts.duckdb")) and 0
    )
    return told.read_text()


def damage_of(build: Path) -> str | None:
    now = published(build)
    manifest = read_manifest(now.folder) if now else None
    return damage(now.folder, manifest) if now and manifest else None


def left_over(build: Path) -> list[str]:
    hidden = [*build.glob(".*"), *(build / "generations").glob(".*")]
    unsealed = [
        kept.folder for kept in generations(build) if damage_of_one(kept.folder)
    ]
    return sorted(path.name for path in [*hidden, *unsealed])


def damage_of_one(folder: Path) -> str | None:
    manifest = read_manifest(folder)
    return damage(folder, manifest) if manifest else "never sealed"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
