"""Figures, balances and the tie-out are sums of the same numbers, and say so."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from tests.dbt.revenue.ledger import ASTRAY, CLOSED, SILENT
from tests.dbt.revenue.small_books import ask

PROJECT = Path(__file__).parents[3] / "dbt_project"
METRICS = PROJECT / "models" / "marts" / "revenue" / "_revenue__metrics.yml"
RATIOS = METRICS.with_name("_revenue__ratios.yml")
WINDOWS = {
    "period": "",
    "closing": "_at_closing",
    "three_months": "_in_three_months",
    "life": "_of_life",
    "day": "",
}
TYPED = (
    *("after_as_of_amount", "not_revenue_amount", "no_ledger_figure_amount"),
    *("posted_after_closing_amount", "unexplained_amount"),
)


def formulas() -> list[dict[str, str]]:
    with (PROJECT / "seeds" / "kpi_formulas.csv").open() as opened:
        return list(csv.DictReader(opened))


def test_metrics_divide_what_the_formulas_divide() -> None:
    told = yaml.safe_load(METRICS.read_text())
    told["metrics"] += yaml.safe_load(RATIOS.read_text())["metrics"]
    measures = {m["name"] for m in told["semantic_models"][0]["measures"]}
    ratios = {
        m["name"]: m["type_params"] for m in told["metrics"] if m["type"] == "ratio"
    }
    assert ratios == {
        row["kpi"]: {
            side: row[side] + WINDOWS[row[f"{side}_window"]]
            for side in ("numerator", "denominator")
        }
        for row in formulas()
        if {row["numerator"], row["denominator"]} <= measures
    }


def test_a_figure_is_made_of_its_two_sums(books: Path) -> None:
    wrong = ask(
        books,
        "select * from marts.kpis inner join rules.kpi_formulas using (kpi) "
        "where kpi_value is distinct from cast(round(factor * numerator_amount "
        "/ nullif(denominator_amount, 0), 4) as decimal(18, 4))",
    )
    assert wrong == []


def test_clients_add_up_to_the_firm_and_their_figures_do_not(books: Path) -> None:
    summed = dict(
        ask(
            books,
            "select scope_kind, (sum(numerator_amount), sum(denominator_amount)) "
            "from marts.kpis where kpi = 'book_to_bill' and period = 'to_date' "
            "and scope_kind in ('firm', 'client') group by all",
        )
    )
    assert summed["firm"] == summed["client"]


@pytest.mark.parametrize(
    ("key", "kpi", "sums"),
    [
        ("clean_clean", "realisation", (16000, 16000)),
        ("dropped", "change_order_rate", (4000, 36000)),
        ("clean_clean", "days_sales_outstanding", (4000, 8000)),
        ("late", "overdue_30_days", (800, 4800)),
    ],
)
def test_a_figure_divides_what_its_formula_says(
    books: Path, key: str, kpi: str, sums: tuple[int, int]
) -> None:
    told = ask(
        books,
        "select numerator_amount, denominator_amount from marts.kpis inner join "
        "(select distinct client_id as scope_id from marts.client_records "
        f"where source_record_id = '{key}-a') using (scope_id) "
        f"where scope_kind = 'client' and period = 'to_date' and kpi = '{kpi}'",
    )
    assert told == [tuple(map(Decimal, sums))]


@pytest.mark.parametrize(
    ("key", "balance", "amount"),
    [
        ("clean_clean", "unbilled", 4000),
        ("clean_clean", "receivable", 4000),
        ("advance", "advance", 1000),
        ("deferral", "deferred", 900),
        ("accrual", "accrued", 900),
    ],
)
def test_a_balance_is_what_waits_between_two_layers(
    books: Path, key: str, balance: str, amount: int
) -> None:
    told = ask(
        books,
        "select closing_amount from marts.balances inner join "
        "(select distinct client_id as scope_id from marts.client_records "
        f"where source_record_id = '{key}-a') using (scope_id) "
        f"where scope_kind = 'client' and balance = '{balance}' and month = '2026-05'",
    )
    assert told == [(Decimal(amount),)]


def test_every_balance_opens_where_it_closed(books: Path) -> None:
    wrong = ask(
        books,
        "select * from (select *, lag(closing_amount) over (partition by scope_kind, "
        "scope_id, balance order by month) as closed_amount from marts.balances) "
        "where opening_amount != coalesce(closed_amount, 0) "
        "or opening_amount + movement_amount != closing_amount",
    )
    assert wrong == []


def test_every_difference_from_the_ledger_has_its_type(books: Path) -> None:
    rows = ask(
        books,
        f"select period, difference_amount, {', '.join(TYPED)} "
        "from marts.finance_tie_out order by period",
    )
    assert all(row[1] == sum(row[2:]) for row in rows)
    typed = {
        str(period): name
        for period, _, *amounts in rows
        for name, amount in zip(TYPED, amounts, strict=True)
        if amount
    }
    assert typed == {
        CLOSED: "posted_after_closing_amount",
        ASTRAY: "unexplained_amount",
        SILENT: "no_ledger_figure_amount",
    }
