"""The command line: `python -m pipelines VERB`."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipelines import fact_map
from pipelines.arguments import parser
from pipelines.beginning import Order, reread
from pipelines.bill_of_materials import bill_of_materials
from pipelines.connect import connect, desk
from pipelines.dictionary import PATH, dictionary
from pipelines.erasing import erase
from pipelines.firm import Firm, FirmError, read_firm
from pipelines.forget import forget
from pipelines.generations import GenerationError, published, roll_back
from pipelines.lock import held
from pipelines.nightly import REFUSED, nightly, one_step
from pipelines.prompt import answer, converse
from pipelines.recovery import verified
from pipelines.weights import propose
from pipelines.why import why


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code."""
    said = parser().parse_args(arguments)
    said.build = said.build.resolve()
    without_firm = {
        "sql": _sql,
        "why": lambda said: why(said.build, said.left, said.right, sys.stdout),
        "weights": lambda said: propose(said.build, sys.stdout),
        "audit": _audit,
        "erase": _erase,
        "sbom": _bill,
        "docs": _write_docs,
        "verify": _verify,
    }
    try:
        if said.verb in without_firm:
            return without_firm[said.verb](said)
        return _of_the_firm(read_firm(said.firm), said)
    except (FirmError, GenerationError) as error:
        sys.stderr.write(f"{error}\n")
        return REFUSED


def _of_the_firm(firm: Firm, said: argparse.Namespace) -> int:
    if said.verb == "rollback":
        return _roll_back(said.build)
    if said.verb == "forget":
        return _forget(firm, said.build)
    if said.verb == "connect":
        return connect(firm, said.system, desk(), paste=said.paste)
    order = Order(firm, said.build, said.day)
    if said.verb == "backfill":
        return nightly(replace(order, reread=reread(firm, said.system, said.since)))
    if said.verb == "nightly":
        return nightly(order, is_full=said.full)
    return one_step(order, said.verb)


def _sql(said: argparse.Namespace) -> int:
    if said.question:
        return answer(said.build, said.audience, said.question, sys.stdout)
    return converse(said.build, said.audience, sys.stdout)


def _erase(said: argparse.Namespace) -> int:
    with held(said.build):
        done = erase(said.build, said.person)
    sys.stdout.write(
        f"Erased as {done.mark}: {done.n_values} values in {done.n_databases} files of "
        f"{done.n_generations} generations; totals are unchanged. Erase the person in "
        "the source systems too.\n"
    )
    return 0


def _audit(said: argparse.Namespace) -> int:
    # Slow import: only this verb writes a workbook.
    from pipelines.audit import audit

    sys.stdout.write(f"The audit is in {audit(said.build)}.\n")
    return 0


def _bill(said: argparse.Namespace) -> int:
    path = said.build / "sbom.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(bill_of_materials(), indent=1) + "\n")
    sys.stdout.write(f"{path} lists every package with its hash and licence.\n")
    return 0


def _write_docs(_: argparse.Namespace) -> int:
    PATH.write_text(dictionary())
    fact_map.PAGE.write_text(fact_map.page())
    fact_map.PICTURE.write_text(fact_map.picture(fact_map.declared()))
    sys.stdout.write("The data dictionary and the map of facts are up to date.\n")
    return 0


def _verify(said: argparse.Namespace) -> int:
    with held(said.build):
        now, told = published(said.build), verified(said.build)
    for number, damage in told.items():
        is_published = ", published" if now and number == now.number else ""
        sys.stdout.write(f"Generation {number}{is_published}: {damage or 'whole'}.\n")
    if any(told.values()):
        sys.stdout.write("Run `make nightly`: it goes on from the newest whole one.\n")
    return int(any(told.values()))


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
