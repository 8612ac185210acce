"""From what a system said to rows: read = kept + quarantined + repeated."""

from decimal import Decimal

import pytest

from pipelines.sources import RawTable, Record, columns
from pipelines.sources.rows import Rows, read

DEALS = RawTable(
    "deals",
    columns("id name amount:decimal is_won:boolean closed_at:timestamp due:date"),
    key=("id",),
)


def read_pages(*pages: list[Record]) -> Rows:
    return read(DEALS, "crm_uk", pages)


def deal(**said: object) -> Record:
    return {"id": "7", **said}


def test_text_becomes_what_the_column_is_declared_to_be() -> None:
    said = deal(
        amount="1200.50",
        is_won="true",
        closed_at="2026-04-01T03:30:00.000Z",
        due="2026-05-01",
        name="",
    )
    (row,) = read_pages([said]).kept.to_pylist()
    assert row["amount"] == Decimal("1200.50")
    assert row["is_won"] is True
    assert str(row["closed_at"]) == "2026-04-01 03:30:00"
    assert row["name"] is None
    assert row["connection"] == "crm_uk"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"id": ""}, "key_empty"),
        ({"id": None}, "key_null"),
        ({"amount": "1.200,50"}, "amount_text_locale"),
        ({"amount": "1,200"}, "amount_thousands"),
        ({"amount": "(1200)"}, "amount_parenthesis_negative"),
        ({"amount": "€1200"}, "amount_currency_symbol"),
        ({"amount": {"value": 1}}, "key_type_changed"),
        ({"amount": 12.5}, "key_type_changed"),
        ({"amount": "1e30"}, "amount_overflow"),
        ({"amount": "NaN"}, "json_nan_inf"),
        ({"due": "2026-02-30"}, "date_invalid"),
        ({"closed_at": "2026-04-01T03:30:00"}, "date_no_tz"),
        ({"is_won": "perhaps"}, "enum_unknown"),
    ],
)
def test_what_does_not_fit_is_set_aside_with_its_reason(
    said: Record, code: str
) -> None:
    rows = read_pages([deal(**said), {"id": "8"}])
    assert [row.reason_code for row in rows.rejected] == [code]
    assert rows.kept.column("id").to_pylist() == ["8"]


def test_a_record_that_comes_again_is_kept_once_in_its_last_version() -> None:
    rows = read_pages([deal(name="Acme GmbH")], [deal(name="Acme SE"), {"id": "8"}])
    assert rows.kept.column("name").to_pylist() == ["Acme SE", None]
    assert (rows.n_read, rows.kept.num_rows, rows.n_duplicate) == (3, 2, 1)


def test_an_empty_list_still_has_its_columns() -> None:
    assert read_pages().kept.column_names == ["connection", *DEALS.columns]
