"""The sample firm, invented once for all tests of this folder."""

import pytest

from pipelines.sandbox.answers import Truths, answers
from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.world import World, build_world

SEED = 2026


@pytest.fixture(scope="session")
def world() -> World:
    return build_world(SEED, AS_OF)


@pytest.fixture(scope="session")
def truths() -> Truths:
    return answers(SEED, AS_OF)
