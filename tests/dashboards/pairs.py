"""A pair of clients that somebody must judge, with what speaks for and against it."""

from decimal import Decimal

import duckdb

from tests.dashboards.tables import MONEY, table

LEFT, RIGHT = "hubspot:account:core", "birdview:client:dune"


def write_pairs(opened: duckdb.DuckDBPyConnection) -> None:
    """Write one question about Core and Dune, and its evidence; none of projects."""
    for entity in ("client", "project"):
        table(
            opened,
            f"marts.{entity}_questions",
            f"left_record varchar, right_record varchar, left_{entity}_id varchar, "
            f"right_{entity}_id varchar, left_name varchar, right_name varchar, "
            f"question varchar, money_at_stake {MONEY}, currency_code varchar, "
            "answer_line varchar",
            [QUESTION] if entity == "client" else [],
        )
        table(
            opened,
            f"marts.{entity}_links",
            "left_record varchar, right_record varchar, evidence varchar, "
            "level varchar, left_value varchar, right_value varchar, "
            "bits decimal(9, 3)",
            EVIDENCE if entity == "client" else [],
        )


QUESTION = (
    *(LEFT, RIGHT, "core", "dune", "Core Ltd", "Core Limited"),
    "Are Core Ltd and Core Limited the same client?",
    *(Decimal("6000.00"), "USD"),
    f"client,{LEFT},{RIGHT},ANSWER,,NAME,2026-05-31,BECAUSE,a1b2",
)
EVIDENCE = [
    (LEFT, RIGHT, "name word", "agree", "core", "core", Decimal("8.500")),
    (LEFT, RIGHT, "country", "differs", "GB", "US", Decimal("-4.000")),
    (LEFT, RIGHT, "prior", "any two records", None, None, Decimal("-5.600")),
]
