"""Who is who in a small firm."""

from pathlib import Path

from tests.dbt.small_firm import ask, ids
from tests.dbt.who_is_who import SPELLINGS


def test_seven_spellings_of_one_name_are_one_client(night: Path) -> None:
    found = ids(night, "client")
    assert len({found[f"hubspot:account:s{n}"] for n in range(len(SPELLINGS))}) == 1


def test_a_name_alone_is_a_question_and_never_a_match(night: Path) -> None:
    found = ids(night, "client")
    assert found["hubspot:account:alone-1"] != found["quickbooks:customer:alone-2"]
    asked = ask(night, "select left_record, right_record from marts.client_questions")
    assert ("hubspot:account:alone-1", "quickbooks:customer:alone-2") in asked


def test_two_live_tax_ids_are_two_clients_whatever_they_are_called(night: Path) -> None:
    found = ids(night, "client")
    assert found["hubspot:account:tax-1"] != found["quickbooks:customer:tax-2"]


def test_a_successor_is_another_legal_entity_of_the_same_client(night: Path) -> None:
    rows = ask(
        night,
        "select client_id, legal_entity_id from marts.client_records "
        "where source_record_id in ('old', 'new')",
    )
    assert len({client for client, _ in rows}) == 1
    assert len({entity for _, entity in rows}) == 2


def test_a_cycle_of_merges_upstream_loses_no_record(night: Path) -> None:
    found = ids(night, "client")
    assert len({found[f"hubspot:account:chain-{n}"] for n in (1, 2, 3)}) == 1


def test_merges_upstream_are_followed_through_ids_that_nobody_holds(
    night: Path,
) -> None:
    found = ids(night, "client")
    first, last = found["hubspot:account:gone-1"], found["hubspot:account:gone-4"]
    assert first == last == found["birdview:client:c2"]


def test_a_stated_parent_is_a_relation_and_never_a_merge(night: Path) -> None:
    found = ids(night, "client")
    mother, child = found["hubspot:account:mother"], found["hubspot:account:child"]
    relations = "select client_id, related_client_id from marts.client_relations"
    told = ask(night, f"{relations} where relation = 'parent' and is_confirmed")
    assert mother != child
    assert told == [(child, mother)]


def test_decisions_that_cannot_all_hold_name_their_chain(night: Path) -> None:
    [(sentence,)] = ask(
        night,
        "select sentence from intermediate.int_doubtful_identities__examined "
        "where claim = 'decisions_agree' and sentence is not null",
    )
    chain = " = ".join(f"hubspot:account:round-{number}" for number in (1, 2, 3))
    assert chain in str(sentence)


def test_how_a_client_came_about_can_be_read_step_by_step(night: Path) -> None:
    [client] = {ids(night, "client")[f"hubspot:account:s{n}"] for n in range(7)}
    steps = ask(
        night,
        "select step_number, n_left + n_right, is_weakest_cut from marts.client_merges "
        f"where client_id = '{client}' order by step_number",
    )
    assert [step for step, _, _ in steps] == [1, 2, 3, 4, 5, 6]
    assert steps[-1][1] == len(SPELLINGS)
    assert [weakest for _, _, weakest in steps].count(True) == 1


def test_a_copied_project_shares_the_id_of_the_one_with_the_work(night: Path) -> None:
    found = ids(night, "project")
    assert found["birdview:project:p1"] == found["birdview:project:p2"]
    survivors = ask(night, "select * from intermediate.int_projects__copied")
    assert survivors == [("birdview", "p1", "p2")]


def test_a_person_can_say_that_two_projects_are_no_copies(night: Path) -> None:
    found = ids(night, "project")
    assert found["birdview:project:p3"] != found["birdview:project:p4"]


def test_a_line_without_a_project_stays_unlinked(night: Path) -> None:
    linked = "intermediate.int_invoice_lines__linked"
    rows = dict(ask(night, f"select invoice_line_id, project_id from {linked}"))
    assert rows == {"l1": ids(night, "project")["birdview:project:p1"], "l2": None}


def test_people_meet_by_number_and_are_asked_by_name(night: Path) -> None:
    found = ids(night, "person")
    assert found["bamboohr:employee:7"] == found["birdview:person:r1"]
    assert found["birdview:person:r2"] != found["birdview:person:r1"]
    assert ask(night, "select count(*) from marts.person_questions") == [(1,)]


def test_people_meet_by_an_address_of_a_former_domain_with_a_tag(night: Path) -> None:
    found = ids(night, "person")
    assert found["bamboohr:employee:8"] == found["birdview:person:r3"]
