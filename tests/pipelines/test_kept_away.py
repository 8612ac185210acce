"""Whoever was erased does not come back with the next night, and nobody else goes."""

from pathlib import Path

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from pipelines.erased import Erased, read_erased, save_erased
from pipelines.fetch import Reading
from pipelines.firm import Connection
from pipelines.kept_away import without_erased
from pipelines.sources import RawTable
from pipelines.sources.rows import Rows


def test_whoever_was_erased_does_not_come_back(tmp_path: Path) -> None:
    erased = Erased()
    erased.add(["Ann Marie Lee", "ann.lee@acme.test"], "m")
    save_erased(tmp_path, erased)
    table = RawTable("employees", {"first_name": "text", "last_name": "text"}, ())
    kept = pa.table(
        {
            "first_name": ["Ann Marie", "Bo"],
            "last_name": ["Lee", None],
            "email": ["ANN.LEE@acme.test", "bo@acme.test"],
        }
    )
    one = Connection("hr", "bamboohr", "bamboohr")
    read = [Reading(one, table, Rows(kept, (), 2), 0.0)]

    for _ in range(3):
        read = without_erased(tmp_path, read)

    assert read[0].rows is not None
    assert read[0].rows.kept.to_pydict() == {
        "first_name": ["Erased", "Bo"],
        "last_name": ["m", None],
        "email": ["erased.m@erased.invalid", "bo@acme.test"],
    }


@given(st.text(max_size=60), st.text(max_size=60))
def test_other_words_are_left_as_they_are(before: str, after: str) -> None:
    erased = Erased()
    erased.add(["Qxann Zvlee"], "m")
    assert erased.said(f"{before} qxann zvlee, {after}").count("Erased m") == 1
    assert erased.said(before) == before


def test_the_list_survives_as_it_was_written(tmp_path: Path) -> None:
    erased = Erased()
    erased.add(["Ann Lee"], "m")
    save_erased(tmp_path, erased)
    assert read_erased(tmp_path) == erased
