"""A person who was erased is in no value of any file."""

import gzip
import json
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.erasing import erase
from pipelines.generations import Generation, GenerationError, point, seal
from pipelines.manifest import Manifest, damage, read_manifest
from pipelines.warehouse import connection

TOKENS = (
    *("Ann Marie Lee", "Lee, Ann Marie", "lee ann marie", "ANN MARIE LEE"),
    *("ann.lee@acme.test", "Ann.Lee@ACME.test", "ann.lee"),
)
WORLD = """
    create schema marts; create schema intermediate; create schema raw_hr;
    create table intermediate.int_people__unioned (record_id varchar,
        person_name varchar, work_email varchar);
    insert into intermediate.int_people__unioned values
        ('hr:employee:1', 'Ann Marie Lee', 'ann.lee@acme.test'),
        ('psa:person:9', 'Lee, Ann Marie', null),
        ('hr:employee:2', 'Bo Ann', 'bo@acme.test');
    create table marts.person_records (record_id varchar, person_id varchar);
    insert into marts.person_records values
        ('hr:employee:1', 'p1'), ('psa:person:9', 'p1'), ('hr:employee:2', 'p2');
    create table intermediate.int_crm_contacts__unioned (source_system varchar,
        contact_id varchar, contact_name varchar, email varchar, phone varchar);
    create table raw_hr.employees (first_name varchar, last_name varchar);
    insert into raw_hr.employees values ('Ann Marie', 'Lee'), ('Bo', 'Lee');
    create table marts.time_entries (note varchar, worked_amount decimal(18, 2));
    insert into marts.time_entries values
        ('Handed over by Ann Marie Lee (ann.lee@acme.test).', 10.01),
        ('lee ann marie: approved', 20.02), ('Bo Ann', 30.03);
    comment on table marts.time_entries is 'One row per entry.';
    create view marts.entries as select note from "warehouse"."marts"."time_entries";
"""


@pytest.fixture
def build(tmp_path: Path) -> Path:
    for number in (1, 2):
        folder = tmp_path / "generations" / str(number)
        folder.mkdir(parents=True)
        with connection(folder / "warehouse.duckdb", write=True) as opened:
            opened.execute(WORLD)
        (folder / "dlt").mkdir()
        (folder / "dlt" / "package.json").write_text('["Ann Marie Lee"]')
        (folder / "dlt" / "trace.pickle").write_bytes(b"\x80\xffAnn Marie Lee")
        packed = gzip.compress(b"ann.lee@acme.test")
        (folder / "dlt" / "job.jsonl.gz").write_bytes(packed)
        night = Generation(number, folder)
        seal(night, Manifest(number, "Acme", "run", "2026-05-31", number - 1, ""))
        point(tmp_path, night)
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "night.log").write_text("Row of ann.lee@acme.test refused.\n")
    return tmp_path


def holding(folder: Path) -> list[str]:
    """Return the files in which any form of the person can be read."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        told = path.read_bytes()
        if path.suffix == ".gz":
            told = gzip.decompress(told)
        if any(token.lower().encode() in told.lower() for token in TOKENS):
            found.append(path.relative_to(folder).as_posix())
    return found


@pytest.mark.parametrize("said", ["p1", "psa:person:9", "Ann.Lee@acme.test"])
def test_nothing_on_the_disk_tells_of_an_erased_person(build: Path, said: str) -> None:
    assert len(holding(build)) == 9

    done = erase(build, said)

    assert holding(build) == []
    assert done.n_generations == 2
    for number in (1, 2):
        folder = build / "generations" / str(number)
        manifest = read_manifest(folder)
        assert manifest and damage(folder, manifest) is None


def test_totals_others_comments_and_views_stay(build: Path) -> None:
    done = erase(build, "p1")

    with connection(build / "generations" / "2" / "warehouse.duckdb") as opened:
        notes = opened.execute("from marts.entries").fetchall()
        total = opened.execute(
            "select sum(worked_amount) from marts.time_entries"
        ).fetchall()
        names = opened.execute("from raw_hr.employees").fetchall()
        comments = opened.execute(
            "select comment from duckdb_tables() where comment is not null"
        ).fetchall()
    mark = done.mark
    assert notes == [
        (f"Handed over by Erased {mark} (erased.{mark}@erased.invalid).",),
        (f"Erased {mark}: approved",),
        ("Bo Ann",),
    ]
    assert total == [(Decimal("60.06"),)]
    assert names == [("Erased", mark), ("Bo", "Lee")]
    assert comments == [("One row per entry.",)]


def test_the_record_of_an_erasure_tells_nobody_who_it_was(build: Path) -> None:
    erase(build, "p1")
    (line,) = (build / "logs" / "erasures.jsonl").read_text().splitlines()
    assert json.loads(line)["n_values"] > 0
    assert (build / "erased.json").stat().st_mode & 0o077 == 0


def test_nobody_is_erased_whom_nobody_knows(build: Path) -> None:
    with pytest.raises(GenerationError, match="Nobody is known as p7"):
        erase(build, "p7")
    assert not (build / "erased.json").exists()
