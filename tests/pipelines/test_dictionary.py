"""The data dictionary says what the models say."""

import yaml

from pipelines.audiences import read_policy
from pipelines.dictionary import PATH, dictionary
from pipelines.transform import PROJECT


def test_the_dictionary_is_up_to_date():
    assert PATH.read_text() == dictionary(), "Run `make docs` and commit the result."


def test_every_shared_meaning_is_written_out():
    assert "{{" not in dictionary()


def test_every_described_column_has_a_class():
    """What has none is in no published file: who may read it must be decided."""
    classes = read_policy().classes
    missing = [
        f"{schema},{entry['name']},<class>,{column['name']}"
        for schema, folder, kind in (
            ("marts", PROJECT / "models" / "marts", "models"),
            ("rules", PROJECT / "seeds", "seeds"),
        )
        for path in sorted(folder.rglob("*.yml"))
        for entry in (yaml.safe_load(path.read_text()) or {}).get(kind, ())
        for column in entry.get("columns", ())
        if (schema, entry["name"], column["name"]) not in classes
    ]
    assert not missing, (
        "Add these columns to dbt_project/seeds/access_policy.csv, with a class of "
        "access_classes.csv (open, person, hours, pay, ...):\n" + "\n".join(missing)
    )
