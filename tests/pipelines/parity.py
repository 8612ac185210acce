"""The same truth through another system: which cells of which tables change, and why.

    python -m tests.pipelines.parity build/parity salesforce xero

Builds the sample firm's night once through its own systems, and once for each system
that is named, in place of the one that holds its role. Both connections bear the same
name, so every key, id and finding must be the same. Ends with 1 when a cell differs
that EXPECTED does not name, or when nothing differs any more where it names one. What
a system cannot tell at all (UNTOLD) both nights of its comparison do without.
"""

import shutil
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from pipelines.beginning import Order
from pipelines.firm import Firm, read_firm
from pipelines.nightly import nightly
from pipelines.steps import Steps
from tests.pipelines.differing import Difference, differences
from tests.pipelines.other_cells import EXPECTED, UNSEEN
from tests.pipelines.sandbox.untold import UNTOLD
from tests.pipelines.told_less import telling_less

__all__ = ["EXPECTED", "INSTEAD_OF", "Difference", "differences", "judged", "told_by"]

FIRM = Path(__file__).resolve().parents[2] / "firm.toml"
MAPS = tomllib.loads(Path(__file__).with_name("other_systems.toml").read_text())
INSTEAD_OF = {
    "salesforce": "hubspot",
    "google_sheets": "hubspot",
    "personio": "bamboohr",
    "harvest": "birdview",
    "kantata": "birdview",
    "xero": "quickbooks",
}
"""System → the sample firm's own system of the same role."""

WHOLE = {"google_sheets"}
"""Systems that hold every table of their role, so that no file lies beside them."""


def told_by(system: str) -> Firm:
    """Return the sample firm, told by this system instead of its own."""
    firm, own = read_firm(FIRM), INSTEAD_OF[system]
    return replace(
        firm,
        connections=tuple(
            replace(one, system=system) if one.system == own else one
            for one in firm.connections
            if one.beside != own or system not in WHOLE
        ),
        links={**firm.links, **MAPS["links"].get(system, {})},
        fields={**firm.fields, own: MAPS["fields"].get(system, {})},
        stages={**firm.stages, own: MAPS["stages"].get(system, {})},
    )


def night(firm: Firm, build: Path, steps: Steps | None = None) -> Path:
    """Build a night and return the file that analysts read."""
    order = Order(firm, build, None, steps or Steps())
    if nightly(order) != 0:
        raise SystemExit(f"The night in {build} was not published without marks.")
    return (build / "current").resolve() / "analysts.duckdb"


def judged(system: str, found: list[Difference]) -> list[str]:
    """Return a sentence for everything that is not as EXPECTED says."""
    named = {difference.column for difference in found}
    return [
        f"{system}: {one.n_rows} values of {one.column} differ, such as {one.example!r}"
        for one in found
        if one.column not in EXPECTED[system]
    ] + [
        f"{system}: nothing differs in {column} any more; take it off the list"
        for column in EXPECTED[system].keys() - named
    ]


def nights(system: str, folder: Path) -> tuple[Path, Path]:
    """Return two nights of the same truth: the sample's own, and the system's."""
    own, other = read_firm(FIRM), told_by(system)
    if system not in UNTOLD:
        plain = folder / "own" / "current"
        one = (
            plain.resolve() / "analysts.duckdb"
            if plain.exists()
            else night(own, folder / "own")
        )
        return one, night(other, folder / system)
    steps = telling_less(system, INSTEAD_OF[system])
    return (
        night(own, folder / f"less_than_{system}", steps),
        night(other, folder / system, steps),
    )


def main(folder: Path, systems: list[str]) -> int:
    """Compare every system with the sample's own; return 1 when one surprises."""
    shutil.rmtree(folder, ignore_errors=True)
    surprises = []
    for system in systems or list(INSTEAD_OF):
        found = list(differences(*nights(system, folder), UNSEEN.get(system, {})))
        surprises += judged(system, found)
    sys.stdout.write("".join(f"{sentence}\n" for sentence in surprises))
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
