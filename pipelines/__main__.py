"""The command line: `python -m pipelines VERB`."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pipelines.beginning import Order
from pipelines.firm import Firm, FirmError, read_firm
from pipelines.forget import forget
from pipelines.generations import GenerationError, roll_back
from pipelines.lock import held
from pipelines.nightly import REFUSED, nightly, one_step
from pipelines.prompt import answer, converse

VERBS = {
    "nightly": "load, transform, check and publish; exit code 0 published, 1 not "
    "published, 2 refused to start, 3 published with marks",
    "load": "begin a generation: copy every source into raw_<system>",
    "transform": "build and test every model of the generation under way",
    "check": "turn wrong records into quality.findings",
    "publish": "write one file per audience and point readers to them",
    "rollback": "point readers to the generation before",
    "sql": "ask the published file, read-only",
    "forget": "remove every generation, after the firm's name is typed",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code."""
    said = _parser().parse_args(arguments)
    build: Path = said.build.resolve()
    try:
        if said.verb == "sql":
            return (
                answer(build, said.question, sys.stdout)
                if said.question
                else converse(build, sys.stdout)
            )
        firm = read_firm(said.firm)
        if said.verb == "rollback":
            return _roll_back(build)
        if said.verb == "forget":
            return _forget(firm, build)
        order = Order(firm, build, said.day)
        if said.verb == "nightly":
            return nightly(order, is_full=said.full)
        return one_step(order, said.verb)
    except (FirmError, GenerationError) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipelines", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, meaning in VERBS.items():
        verb = verbs.add_parser(name, help=meaning, description=meaning)
        verb.add_argument("--firm", type=Path, default=Path("firm.toml"))
        verb.add_argument("--build", type=Path, default=Path("build"))
        if name in ("nightly", "load"):
            verb.add_argument(
                "--day", type=date.fromisoformat, help="the last day that counts"
            )
        else:
            verb.set_defaults(day=None)
        if name == "nightly":
            verb.add_argument(
                "--full", action="store_true", help="build even what did not change"
            )
        if name == "sql":
            verb.add_argument("question", nargs="?", default="")
    return parser


def _roll_back(build: Path) -> int:
    with held(build):
        now = roll_back(build)
    sys.stdout.write(f"Generation {now.number} is published.\n")
    return 0


def _forget(firm: Firm, build: Path) -> int:
    typed = input(f"Type the firm's name to remove every night in {build}: ")
    if typed.strip() != firm.name:
        raise FirmError(f"That is not `{firm.name}`. Nothing was removed.")
    with held(build):
        removed = forget(firm, build)
    sys.stdout.write(f"{removed} generations are gone. The next night begins anew.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
