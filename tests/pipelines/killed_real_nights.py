"""Kill the real night of the sample firm at many places; `make kill` runs it.

`python -m tests.pipelines.killed_real_nights FOLDER PLACES`. A night of the sample
firm's first day is the template; the night of the day after is killed, and the next
one must publish what an undisturbed one does. Stopped halfway it goes on where it was,
as long as the code is the same. Rewrites the section "Killed nights" of
benchmarks/RESULTS.md and fails when one place is not as it must be.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.night import write_section
from pipelines.fingerprint import code_version
from tests.pipelines.killing import (
    Campaign,
    copy,
    digest,
    in_a_child,
    killed_and_followed,
)
from tests.pipelines.real_night import Place, Stages, killed, night, observed, stages

OLD, NEW = date(2026, 5, 31), date(2026, 6, 1)
SHARES = {
    "begin": 1,
    "load": 5,
    "after load": 1,
    "transform": 5,
    "after transform": 1,
    "check": 3,
    "after check": 1,
    "publish": 3,
}
"""How many of twenty places a stage gets."""
EARLIER, FEWER = 0.8, 0.97
"""A stage may take less time and a few effects less than when it was measured."""
MEANING = """

The real night of the sample firm, killed with SIGKILL. Effects are calls that change
files, and statements of dlt, dbt and the checks. Wrong is a place after which something
half was published, a process or a file was left, or the next night published anything
but what an undisturbed one does.
"""


def main(folder: Path, n_places: int) -> int:
    campaign, undisturbed = prepared(folder)
    journal = folder / "places.jsonl"
    told = [json.loads(line) for line in read(journal).splitlines()]
    wanted = in_any_order(places(undisturbed, n_places))
    for place in wanted:
        found = next((one for one in told if one["place"] == str(place)), None)
        if not found:
            found = killed_and_followed(
                campaign,
                folder / "killed",
                lambda build, place=place: killed(build, place, NEW),
            )
            told.append(found := found | {"place": str(place), "stage": place.stage})
            with journal.open("a") as opened:
                opened.write(json.dumps(found) + "\n")
        print(f"{place}: {', '.join(faults(found)) or 'as it must be'}", flush=True)
    told = [one for one in told if one["place"] in map(str, wanted)]
    write_section("Killed nights", section(told, undisturbed))
    return int(any(faults(one) for one in told))


def prepared(folder: Path) -> tuple[Campaign, Stages]:
    """Return the undisturbed nights, built again when the code has changed since."""
    names = ("old", "new", "effects.tsv", "code_version")
    template, undisturbed, log, version = (folder / name for name in names)
    if read(version) != code_version():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        assert in_a_child(lambda: night(template, OLD)) == 0
        copy(template, undisturbed)
        assert in_a_child(lambda: observed(undisturbed, NEW, log)) == 0
        version.write_text(code_version())
    digests = {"old": digest(template), "new": digest(undisturbed)}
    return Campaign(template, lambda build: night(build, NEW), digests), stages(log)


def in_any_order(found: Iterator[Place]) -> list[Place]:
    """Mix the places, always alike: a campaign that is stopped has been everywhere."""
    return sorted(found, key=lambda place: sha256(str(place).encode()).digest())


def places(undisturbed: Stages, n_places: int) -> Iterator[Place]:
    """Spread places over stages: first, last and every second one at an effect."""
    for stage, share in SHARES.items():
        n = max(share * n_places // sum(SHARES.values()), 1) | 1
        for k in range(n):
            part = k / (n - 1) if n > 1 else 0.5
            if k % 2:
                seconds = EARLIER * part * undisturbed.seconds[stage]
                yield Place(stage, seconds=round(seconds, 1))
            else:
                last = FEWER * (len(undisturbed.effects[stage]) - 1)
                yield Place(stage, effect=round(part * last))


def faults(told: dict[str, Any]) -> list[str]:
    """Return what is not as it must be after one kill, nothing when all is well."""
    claims = {
        "the night was not killed": told["signal"] == -9,
        f"processes go on: {told['still_running']}": not told["still_running"],
        f"what is published is damaged: {told['damage']}": not told["damage"],
        "what is published is neither old nor new": len(told["published_is"]) == 1,
        f"the next night ended with {told['next_night']}": told["next_night"] == 0,
        "the next night published something else": told["next_is_new"],
        f"the next night is damaged: {told['next_damage']}": not told["next_damage"],
        f"something is left: {told['left_over']}": not told["left_over"],
    }
    return [claim for claim, holds in claims.items() if not holds]


def section(told: list[dict[str, Any]], undisturbed: Stages) -> str:
    lines = [
        "| stage | effects | seconds | kills | old published | new published | wrong |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for stage in SHARES:
        own = [one for one in told if one["stage"] == stage]
        counts = [
            len(undisturbed.effects[stage]),
            f"{undisturbed.seconds[stage]:.1f}",
            len(own),
            *(
                sum(kind in one["published_is"] for one in own)
                for kind in ("old", "new")
            ),
            sum(bool(faults(one)) for one in own),
        ]
        lines.append(f"| {stage} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines) + MEANING


def read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), int(sys.argv[2])))
