"""`make erase PERSON=…`: a person leaves each generation, file, package, log and audit.

Every database is copied value by value into a new file, because DELETE and UPDATE leave
the old bytes behind. Numbers stay: what was worked, billed and paid is not the person's
name. Ids of records stay too, since hours hang on them; only their system knows whose
they are. `build/logs/erasures.jsonl` says what was done, without saying to whom.
"""

import json
import os
import re
import secrets
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from pipelines.erased import Erased, pattern, read_erased, save_erased
from pipelines.erased_values import rewrite
from pipelines.generations import GenerationError, generations, published, seal
from pipelines.manifest import read_manifest
from pipelines.warehouse import connection

REBUILT = ("dbt", "sandbox", "why")
"""Folders that the next night, or the next question, writes anew."""

BESIDE = ("logs", "audits", "packs", "unfinished")
"""Folders beside the generations that may name somebody."""

PHRASES = """
select distinct said from (
    select unnest([people.person_name, people.work_email]) as said
    from intermediate.int_people__unioned as people
    inner join marts.person_records as records
        on people.record_id = records.record_id
    where records.person_id in (
        select person_id from marts.person_records as known
        inner join intermediate.int_people__unioned as stated
            on known.record_id = stated.record_id
        where $person in (known.person_id, known.record_id, lower(stated.work_email))
    )
    union all
    select unnest([contact_name, email, phone])
    from intermediate.int_crm_contacts__unioned
    where $person in (lower(email), source_system || ':contact:' || contact_id)
) where trim(said) != ''
"""


@dataclass(frozen=True)
class Erasure:
    """What an erasure did; nothing in it tells whose it was."""

    erased_at: str
    mark: str
    n_generations: int
    n_databases: int
    n_values: int
    n_other_files: int


def erase(build: Path, person: str) -> Erasure:
    """Erase one person, named by our id, a record or an address; return what was done.

    Raises GenerationError when nobody is known by that, or when a total would change;
    run it again after an interruption: it goes through everything once more.
    """
    now = published(build)
    if not now:
        raise GenerationError("Nothing is published yet. There is nobody to erase.")
    phrases = _phrases(now.warehouse, person)
    mark = secrets.token_hex(4)
    erased = read_erased(build)
    erased.add(phrases, mark)
    save_erased(build, erased)
    for folder in (
        *(build / name for name in REBUILT),
        *(build / "generations").glob(".removed-*"),
    ):
        shutil.rmtree(folder, ignore_errors=True)
    beside = [path for name in BESIDE for path in _others(build / name)]
    n_files = sum(_wipe(path, erased) for path in beside)
    n_values, n_databases = 0, 0
    # The published warehouse is the last: until then a second try finds the person.
    kept = sorted(generations(build), key=lambda found: (found == now, found.number))
    for generation in kept:
        manifest = read_manifest(generation.folder)
        n_files += sum(_wipe(path, erased) for path in _others(generation.folder))
        for path in sorted(generation.folder.glob("*.duckdb")):
            n_values += rewrite(path, erased, pattern(phrases))
            n_databases += 1
        if manifest:
            seal(generation, replace(manifest, files={}))
    done = Erasure(
        datetime.now(UTC).isoformat(timespec="seconds"),
        mark,
        len(kept),
        n_databases,
        n_values,
        n_files,
    )
    (build / "logs").mkdir(exist_ok=True)
    with (build / "logs" / "erasures.jsonl").open("a") as journal:
        journal.write(json.dumps(asdict(done)) + "\n")
    return done


def _phrases(warehouse: Path, person: str) -> set[str]:
    with connection(warehouse) as opened:
        told = opened.execute(PHRASES, {"person": person.strip().lower()}).fetchall()
    # A first name alone is nobody's.
    phrases = {said.strip() for (said,) in told if re.search(r"[\s@\d]", said.strip())}
    if not phrases:
        raise GenerationError(
            f"Nobody is known as {person}. Name a person_id or a record of "
            "marts.person_records, a contact's record, or an address."
        )
    for name in [said for said in phrases if " " in said]:
        words = name.replace(",", " ").split()
        phrases |= {" ".join([words[-1], *words[:-1]]), " ".join(sorted(words))}
    mailboxes = {said.partition("@")[0] for said in phrases if "@" in said}
    return phrases | {box for box in mailboxes if "." in box}


def _others(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".duckdb" and path.name != "manifest.json"
    ]


def _wipe(path: Path, erased: Erased) -> bool:
    """Clean a text; remove anything else that holds the person, or could."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        if path.suffix in (".pickle", ".gz", ".xlsx"):
            path.unlink()
            return True
        return False
    cleaned = erased.said(text)
    if cleaned == text:
        return False
    unfinished = path.with_name(f".{path.name}")
    unfinished.write_text(cleaned, encoding="utf-8")
    os.replace(unfinished, path)
    return True
