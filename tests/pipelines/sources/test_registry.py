"""A system is a connector, a voice, and staging that something reads."""

import csv
from pathlib import Path

import pytest

from pipelines.common_model import OF_EVERY_ROLE, TABLES
from pipelines.sandbox.server import VOICES
from pipelines.sources.registry import connectors
from pipelines.transform import PROJECT

MODELS = PROJECT / "models"
APIS = sorted(connectors().keys() - {"imports"})
OF_THEIR_OWN = [system for system in APIS if system not in OF_EVERY_ROLE]


def united() -> str:
    paths = (MODELS / "intermediate" / "records").rglob("*__unioned.sql")
    return "".join(path.read_text() for path in paths)


def staged(system: str) -> list[Path]:
    return sorted((MODELS / "staging" / system).glob("stg_*.sql"))


@pytest.mark.parametrize("system", OF_THEIR_OWN)
def test_a_connector_has_a_voice_and_staging_and_every_table_is_declared(
    system: str,
) -> None:
    assert system in VOICES
    assert staged(system)
    declared = (MODELS / "staging" / system / f"_{system}__sources.yml").read_text()
    tables = {table.name for table in connectors()[system].TABLES}
    assert {name for name in tables if f"- name: {name}\n" not in declared} == set()


@pytest.mark.parametrize("system", OF_THEIR_OWN)
def test_every_staging_model_of_a_system_is_united_with_the_others(system: str) -> None:
    told = united()
    unread = [p.stem for p in staged(system) if f"ref('{p.stem}')" not in told]
    assert unread == []


@pytest.mark.parametrize("system", sorted(connectors()))
def test_what_a_system_cannot_tell_is_said(system: str) -> None:
    with (PROJECT / "seeds" / "system_gaps.csv").open(encoding="utf-8") as seed:
        said = [row for row in csv.DictReader(seed) if row["system"] == system]
    assert said
    assert {row["common_table"] for row in said} <= {table.name for table in TABLES}


def test_nothing_is_spoken_or_staged_that_no_connector_reads() -> None:
    folders = {path.name for path in (MODELS / "staging").iterdir() if path.is_dir()}
    assert set(VOICES) == set(APIS)
    assert folders - {"imports", "rules"} == set(OF_THEIR_OWN)


@pytest.mark.parametrize("system", APIS)
def test_every_secret_of_a_system_is_in_the_example(system: str) -> None:
    module = connectors()[system]
    wanted = {*module.SECRETS, *getattr(module, "OPTIONAL_SECRETS", ())}
    said = (PROJECT.parent / ".env.example").read_text()
    assert [name for name in wanted if f"{name}=" not in said] == []
