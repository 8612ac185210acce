"""Weigh any pairs of records, by the very models of the night.

A copy of the published warehouse gets other pairs, and only the models that weigh pairs
are built on it. What they say is what the night would say.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from pipelines.generations import GenerationError, published
from pipelines.transform import transform
from pipelines.warehouse import connection

PLURALS = {"client": "clients", "project": "projects", "person": "people"}
MODELS = (
    "int_client_names__paired int_client_names__aligned int_clients__shortlisted "
    "int_client_names__left_over int_client_names__conflicting int_client_names__found "
    "int_client_names__weighed int_clients__compared int_clients__weighed "
    "int_clients__scored client_links"
)
PAIRED = "intermediate.int_clients__paired"


def warehouse_of(build: Path) -> Path:
    """Return the published warehouse. Raises GenerationError when there is none."""
    last = published(build)
    if last is None or not last.warehouse.exists():
        raise GenerationError(f"Nothing is published in {build}. Run `make nightly`.")
    return last.warehouse


def weigh(build: Path, pairs: Iterable[tuple[str, str]], scratch: Path) -> Path:
    """Weigh ``pairs`` of clients on a copy in ``scratch`` and return the copy.

    Its tables int_clients__weighed, int_clients__scored and marts.client_links speak of
    these pairs only. Raises TransformError as a night does.
    """
    copy = _copy(build, scratch)
    with connection(copy, write=True) as opened:
        opened.execute(f"delete from {PAIRED}")
        opened.executemany(
            f"insert into {PAIRED} (left_record, right_record, found_by) "
            "values (?, ?, 'asked for')",
            [sorted(pair) for pair in pairs],
        )
    return _built(copy, MODELS)


def weigh_beside(
    build: Path, entity: str, pair: tuple[str, str], scratch: Path
) -> Path:
    """Weigh one pair of projects or people among those of the night; return the copy.

    A judgement "unsure" says nothing and brings the two together.
    Raises TransformError as a night does.
    """
    copy = _copy(build, scratch)
    with connection(copy, write=True) as opened:
        opened.execute(
            "insert into rules.identity_decisions "
            "(entity, left_record, right_record, decision) values (?, ?, ?, 'unsure')",
            [entity, *pair],
        )
    plural = PLURALS[entity]
    return _built(copy, f"int_{plural}__weighed int_{plural}__scored {entity}_links")


def _copy(build: Path, scratch: Path) -> Path:
    scratch.mkdir(parents=True, exist_ok=True)
    # The views inside call their database by the name of the file.
    return Path(shutil.copy(warehouse_of(build), scratch))


def _built(copy: Path, models: str) -> Path:
    # Tests that need more tables than these would judge half a warehouse.
    os.environ["DBT_INDIRECT_SELECTION"] = "cautious"
    try:
        transform(copy, copy.parent, select=models)
    finally:
        del os.environ["DBT_INDIRECT_SELECTION"]
    return copy
