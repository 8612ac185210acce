"""The verbs of the command line and what each of them takes."""

import argparse
from datetime import date
from pathlib import Path

from pipelines.audiences import AUDIENCES

VERBS = {
    "nightly": "load, transform, check and publish; exit code 0 published, 1 not "
    "published, 2 refused to start, 3 published with marks",
    "load": "begin a generation: copy every source into raw_<system>",
    "transform": "build and test every model of the generation under way",
    "check": "turn wrong records into quality.findings",
    "publish": "write one file per audience and point readers to them",
    "connect": "sign in to a system, try it, and say what can be read",
    "backfill": "a night in which one system is read again from a day on, or whole",
    "rollback": "point readers to the generation before",
    "verify": "hash every kept generation against its manifest; exit code 1 when one "
    "is damaged",
    "sql": "ask the published file of an audience, read-only",
    "audit": "write a workbook and a page of what a quarter left to correct",
    "why": "say why two records are, or are not, one client, project or person",
    "weights": "propose weights of evidence from decisions, as a diff to the seed",
    "sbom": "list every package with its hash and licence, as CycloneDX",
    "erase": "remove a person from every generation, file, log and audit",
    "docs": "rewrite docs/data_dictionary.md from the models",
    "forget": "remove every generation, after the firm's name is typed",
}


def parser() -> argparse.ArgumentParser:
    """Return what reads a command line; every verb knows the firm and the build."""
    read = argparse.ArgumentParser(prog="python -m pipelines", description=__doc__)
    verbs = read.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, meaning in VERBS.items():
        verb = verbs.add_parser(name, help=meaning, description=meaning)
        verb.add_argument("--firm", type=Path, default=Path("firm.toml"))
        verb.add_argument("--build", type=Path, default=Path("build"))
        if name in ("backfill", "connect"):
            verb.add_argument("system", help="a connection of firm.toml")
        if name == "connect":
            verb.add_argument(
                "--paste", action="store_true", help="there is no browser here"
            )
        if name == "backfill":
            verb.add_argument(
                "--since", type=date.fromisoformat, help="from this day on; else whole"
            )
        if name in ("nightly", "load", "backfill"):
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
            verb.add_argument("--audience", choices=AUDIENCES, default=AUDIENCES[0])
        if name == "erase":
            verb.add_argument("person", help="our id, a record, or an address")
        if name == "why":
            verb.add_argument("left", help="system:type:id of one record")
            verb.add_argument("right", help="system:type:id of the other record")
    return read
