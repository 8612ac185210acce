"""Companies, legal entities, groups and services add up, each in its own way."""

from decimal import Decimal
from pathlib import Path

from tests.dbt.revenue.small_books import anchors_of, ask, of_client

LEFT_OUT = "anchor in ('expected', 'planned', 'billed', 'recognised', 'paid')"


def sums(books: Path, what: str) -> dict[str, Decimal]:
    rows = ask(books, f"select anchor, sum(anchor_amount) from {what} group by all")
    return {str(anchor): Decimal(str(amount)) for anchor, amount in rows}


def test_companies_of_all_currencies_add_up_to_the_firm(books: Path) -> None:
    anchors = f"marts.revenue_anchors where period = 'to_date' and {LEFT_OUT}"
    ours = sums(
        books,
        "(select anchor, contribution_amount as anchor_amount "
        f"from marts.revenue_contributions where is_intercompany) where {LEFT_OUT}",
    )
    firm = sums(books, f"{anchors} and scope_kind = 'firm'")
    companies = sums(books, f"{anchors} and scope_kind = 'company'")
    assert companies == {a: firm[a] + ours[a] for a in firm}
    assert all(ours.values())


def test_books_in_pounds_speak_the_reporting_currency(books: Path) -> None:
    told = anchors_of(books, "pounds")
    assert (told["billed"], told["recognised"], told["paid"]) == (20000, 20000, 15000)


def test_euros_in_books_of_pounds_go_through_both_rates(books: Path) -> None:
    """0.88 pounds a euro, 1.25 dollars a pound: 1.10 dollars a euro."""
    told = anchors_of(books, "euros")
    assert (told["billed"], told["recognised"], told["paid"]) == (17600, 17600, 13200)
    assert {step[-1] for step in of_client(books, "euros")} <= {"L", "T"}


def test_work_for_ourselves_is_not_the_firms(books: Path) -> None:
    assert not anchors_of(books, "ourselves")
    assert anchors_of(books, "ourselves", "project")["billed"] == 16000
    assert anchors_of(books, "ourselves", "company")["billed"] > 0


def test_a_new_legal_name_moves_nothing_of_the_client(books: Path) -> None:
    assert of_client(books, "renamed") == of_client(books, "clean_clean")
    rows = ask(
        books,
        "select anchor_amount from marts.revenue_anchors inner join "
        "(select distinct legal_entity_id as scope_id from marts.client_records "
        "where source_record_id like 'renamed-%') using (scope_id) "
        "where anchor = 'billed' and period = 'to_date' order by 1",
    )
    assert rows == [(Decimal(8000),), (Decimal(8000),)]


def test_between_legal_entities_a_step_says_what_moved(books: Path) -> None:
    rows = ask(
        books,
        "select step_amount from marts.revenue_bridge "
        "where scope_kind = 'legal_entity' and driver = 'client_legal_succession' "
        "and segment = 'delivered_to_billed' and period = 'to_date' order by 1",
    )
    assert rows == [(Decimal(-8000),), (Decimal(8000),)]


def test_a_group_holds_its_clients(books: Path) -> None:
    of_group = ask(
        books,
        "select sum(anchor_amount) from marts.revenue_anchors "
        "where scope_kind = 'group' and anchor = 'billed' and period = 'to_date' "
        "and scope_id in (select group_id from marts.revenue_contributions "
        "where client_id != group_id)",
    )
    of_clients = ask(
        books,
        "select sum(contribution_amount) from marts.revenue_contributions "
        "where anchor = 'billed' and group_id in (select group_id "
        "from marts.revenue_contributions where client_id != group_id)",
    )
    assert of_group == of_clients


def test_a_service_has_its_projects_and_its_loose_lines(books: Path) -> None:
    rows = ask(
        books,
        "select scope_id, anchor, anchor_amount from marts.revenue_anchors "
        "where scope_kind = 'service' and period = 'to_date' "
        "and scope_id not like '%-s' "
        "and anchor in ('expected', 'recognised')",
    )
    assert sorted((s, a, Decimal(str(v))) for s, a, v in rows) == [
        ("advice", "expected", Decimal(32000)),
        ("advice", "recognised", Decimal(16000)),
        ("licence", "expected", Decimal(0)),
        ("licence", "recognised", Decimal(3500)),
    ]
