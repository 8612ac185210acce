"""Rules of the columns that analysts read: the name says what the value is."""

import re

Column = tuple[str, str, str]
"""Table, column and type, as the published file describes them."""
NAMELESS = {"amount", "value", "revenue", "total"}
MONEY = r"\w+_amount(?:_reporting|_contract)?"
WHOLE = (
    r"n_\w+|\w+_(?:number|index|days|month|year|rank|rating|version)|position|weekday"
)
INTEGERS = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UBIGINT"}


def without_a_layer(columns: list[Column]) -> list[Column]:
    """Return columns whose name does not say whose number it is."""
    return [column for column in columns if column[1] in NAMELESS]


def money_unlike_money(columns: list[Column]) -> list[Column]:
    """Return amounts that are no DECIMAL or do not end as amounts end."""
    return [
        (table, name, kind)
        for table, name, kind in columns
        if "amount" in name.split("_")
        and not (re.fullmatch(MONEY, name) and kind.startswith("DECIMAL"))
    ]


def floating(columns: list[Column]) -> list[Column]:
    """Return columns that cannot hold cents."""
    return [column for column in columns if column[2] in {"DOUBLE", "FLOAT", "REAL"}]


def unlike_their_kind(columns: list[Column]) -> list[Column]:
    """Return counts, booleans, dates and times that are not named as such."""
    return [
        (table, name, kind)
        for table, name, kind in columns
        if (kind == "BOOLEAN") != bool(re.match(r"(?:is|has)_", name))
        or (kind in INTEGERS and not re.fullmatch(WHOLE, name))
        or (name.startswith("n_") and kind not in INTEGERS)
        or (kind == "DATE" and not re.search(r"_(?:date|from|to|end)$|^month$", name))
        or (kind.startswith("TIMESTAMP") and not name.endswith("_at"))
    ]
