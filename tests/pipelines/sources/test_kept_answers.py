"""A source that ended early is gone on from; one that cannot be is begun anew."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipelines.sandbox.speaks import Response
from pipelines.sources import LimitError
from pipelines.sources.asking import Asked
from pipelines.sources.http import Client
from pipelines.sources.kept_answers import KeptAnswers, forget_complete
from tests.pipelines.sources.hearing import client_of

NOW = datetime(2026, 6, 1, 2)
DATE = {"Date": "Mon, 01 Jun 2026 01:30:00 GMT", "Set-Cookie": "a-secret"}
USED_UP = Response(429, b"daily", {"Retry-After": "80000"})


def page(number: int) -> Response:
    return Response(200, b'{"page": %d}' % number, DATE)


def read_pages(client: Client, n: int = 5) -> list[int]:
    return [client.get(f"/p/{at}", "deals")["page"] for at in range(n)]


def kept(tmp_path: Path, **later: int) -> KeptAnswers:
    return KeptAnswers(tmp_path / "u" / "crm.answers", NOW + timedelta(**later))


def test_a_load_over_five_days_asks_for_each_page_once(tmp_path: Path) -> None:
    n_asked = 0
    for day in range(5):
        answers = kept(tmp_path, days=day)
        client, _, asked = client_of([page(day), USED_UP], kept=answers)
        if day < 4:
            with pytest.raises(LimitError, match="answers again from"):
                read_pages(client)
            answers.end("limit")
        else:
            assert read_pages(client) == [0, 1, 2, 3, 4]
        n_asked += len(asked)
        assert answers.began_at == datetime(2026, 6, 1, 1, 30)
    assert n_asked == 5 + 4


def test_answers_lie_where_nobody_else_reads_and_hold_no_cookie(tmp_path) -> None:
    client, _, _ = client_of([page(0)], kept=kept(tmp_path))
    read_pages(client, 1)
    file = tmp_path / "u" / "crm.answers"
    assert file.stat().st_mode & 0o777 == 0o600
    assert b"a-secret" not in file.read_bytes()


@pytest.mark.parametrize(
    ("how", "hours", "is_kept"),
    [
        ("interrupted", 11, True),
        ("interrupted", 13, False),
        ("limit", 24 * 29, True),
        ("limit", 24 * 31, False),
        ("complete", 1, False),
    ],
)
def test_answers_are_kept_as_long_as_they_are_worth_it(
    tmp_path, how, hours, is_kept
) -> None:
    client, _, _ = client_of([page(0)], kept=kept(tmp_path))
    read_pages(client, 1)
    kept(tmp_path).end(how)
    known = kept(tmp_path, hours=hours).recall(Asked("deals", "GET", "/p/0"))
    assert (known is not None) == is_kept


@pytest.mark.parametrize("cut", [1, 5, 40, 100])
def test_a_kill_while_writing_costs_the_last_answer_only(tmp_path, cut) -> None:
    client, _, _ = client_of([page(0), page(1)], kept=kept(tmp_path))
    read_pages(client, 2)
    file = tmp_path / "u" / "crm.answers"
    file.write_bytes(file.read_bytes()[:-cut])
    client, _, asked = client_of([page(1), page(2)], kept=kept(tmp_path))
    assert read_pages(client, 3) == [0, 1, 2]
    assert len(asked) == 2


def test_polling_hears_each_answer_in_its_turn(tmp_path) -> None:
    for _ in range(2):
        client, _, _ = client_of([page(1), page(2)], kept=kept(tmp_path))
        assert [client.get("/job", "job")["page"] for _ in range(2)] == [1, 2]


def test_only_complete_answers_are_forgotten_when_a_night_is_published(
    tmp_path,
) -> None:
    for name, how in (("a", "complete"), ("b", "limit")):
        answers = KeptAnswers(tmp_path / f"{name}.answers", NOW)
        answers.keep(Asked("deals", "GET", "/"), b"{}", {})
        answers.end(how)
    forget_complete(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["b.answers"]
