"""What nobody has classified is not loaded, and somebody is told."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from pipelines import receipts, warehouse
from pipelines.column_classes import held_back, note_held, unclassified
from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.sources import Unknown
from pipelines.sources.kinds import GONE
from pipelines.sources.registry import declared
from pipelines.sources.rows import read
from pipelines.transform import PROJECT
from tests.pipelines.sources.estate import RUN

HUBSPOT = Connection("crm", "hubspot", "hubspot")
COMPANIES = {t.name: t for t in declared()["raw_hubspot"]}["companies"]
LONGER = replace(COMPANIES, columns={**COMPANIES.columns, "birthday": "date"})
COMPANY = {"id": "1", "name": "Core", "birthday": "2000-01-01"}


def test_every_raw_column_has_a_class_and_no_class_is_left_over() -> None:
    with (PROJECT / "seeds" / "column_classes.csv").open(encoding="utf-8") as seed:
        rows = list(csv.DictReader(seed))
    told = [(r["raw_schema"], r["table_name"], r["column_name"]) for r in rows]
    wanted = {
        (schema, table.name, column)
        for schema, tables in declared().items()
        for table in tables
        for column in table.columns
        if column != GONE
    }
    assert set(told) == wanted
    assert len(told) == len(wanted)
    assert {row["column_class"] for row in rows} == {"public", "personal"}


PERSONAL = re.compile(
    "e?mail|phone|tax_(id|number)|notes|memo|(old|new)_value|(changed|approved)_by|"
    "(first|last|full|employee|person)_?name|employee_(id|number)|person_id"
)
OF_PEOPLE = {
    *("contacts", "users", "people", "owners", "employees", "deleted_employees"),
    *("time_off", "time_offs", "time_off_days", "vacations", "time_off_entries"),
    *("contracts", "job_info", "employment_status", "skills", "cost_rates"),
}
"""Tables whose every row is a person, an absence or what a person earns."""


def test_what_names_a_person_or_tells_of_one_is_personal() -> None:
    with (PROJECT / "seeds" / "column_classes.csv").open(encoding="utf-8") as seed:
        public = [r for r in csv.DictReader(seed) if r["column_class"] == "public"]
    wrong = [
        row
        for row in public
        if PERSONAL.search(row["column_name"])
        or (row["table_name"] in OF_PEOPLE and row["column_name"] != "company_id")
    ]
    clients = ("raw_xero", "contacts")
    assert {(row["raw_schema"], row["table_name"]) for row in wrong} == {clients}


def test_a_column_without_a_class_arrives_empty_and_is_named() -> None:
    assert unclassified("raw_hubspot", LONGER) == ["birthday"]
    rows = read(LONGER, "hubspot", [[COMPANY], Unknown("Shoe size")])
    found = held_back(Reading(HUBSPOT, LONGER, rows, 0.0))
    assert found.rows is not None
    (row,) = found.rows.kept.to_pylist()
    assert (row["name"], row["birthday"]) == ("Core", None)
    assert found.rows.kept.schema.field("birthday").type == pa.date32()
    with warehouse.connection(Path(":memory:"), write=True) as opened:
        opened.execute(receipts.TABLES)
        note_held(opened, RUN, [found])
        held = opened.sql(
            "select table_name, column_name from quality.held_columns"
        ).fetchall()
    assert sorted(held) == [("companies", "Shoe size"), ("companies", "birthday")]


def test_a_classified_column_is_loaded_as_it_came() -> None:
    rows = read(COMPANIES, "hubspot", [[{"id": "1", "name": "Core"}]])
    reading = Reading(HUBSPOT, COMPANIES, rows, 0.0)
    assert held_back(reading) is reading
