"""Whatever is overdue has an age, in every scope."""

from pathlib import Path

from tests.dbt.revenue.small_books import ask


def test_what_is_overdue_has_an_age(books: Path) -> None:
    wrong = ask(
        books,
        "select scope_kind, scope_id from marts.kpis where period = 'to_date' "
        "group by all having sum(numerator_amount) filter (where kpi like 'overdue_%' "
        "and kpi != 'overdue_share') is distinct from "
        "sum(numerator_amount) filter (where kpi = 'overdue_share') "
        "and sum(numerator_amount) filter (where kpi = 'overdue_share') != 0",
    )
    assert wrong == []
