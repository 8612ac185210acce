"""The client that all connectors share: it waits, renews, doubts, and keeps secrets."""

from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from pipelines.sandbox.speaks import Response
from pipelines.sources import LimitError, PassingError, SourceError, TableError
from pipelines.sources.pace import next_midnight
from tests.pipelines.sources.hearing import client_of

GOOD = Response(200, b'{"amount": 0.30000000000000004, "count": 3}')


def limited(**headers: str) -> Response:
    return Response(429, b'{"policyName": "SECONDLY"}', headers)


@dataclass
class Token:
    """A token that is old until it is renewed."""

    value: str = "old"

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.value}"}

    def renew(self) -> bool:
        self.value = "new"
        return True

    def secrets(self) -> tuple[str, ...]:
        return (self.value,)


def test_numbers_keep_every_digit() -> None:
    client, _, _ = client_of([GOOD])
    assert client.get("/deals", "deals")["amount"] == Decimal("0.30000000000000004")


def test_it_waits_as_long_as_it_is_told_and_asks_again() -> None:
    client, waits, _ = client_of([limited(**{"Retry-After": "420"}), GOOD])
    assert client.get("/deals", "deals")["count"] == 3
    assert waits == [420]


def test_it_backs_off_longer_each_time_when_nobody_says_how_long() -> None:
    client, waits, _ = client_of([limited(), Response(503, b""), limited(), GOOD])
    client.get("/deals", "deals")
    assert 0.5 <= waits[0] <= 1 <= waits[1] <= 2 <= waits[2] <= 4


def test_a_refusal_that_only_means_busy_is_asked_again() -> None:
    busy = [Response(403, b"busy"), GOOD]
    client, waits, _ = client_of(busy, is_busy=lambda said: said.text == "busy")
    assert client.get("/deals", "deals")["count"] == 3
    assert len(waits) == 1


def test_it_does_not_wait_for_tomorrow() -> None:
    client, waits, _ = client_of([limited(**{"Retry-After": "86400"})])
    with pytest.raises(SourceError, match="It answers again from 20"):
        client.get("/deals", "deals")
    assert waits == []


def test_a_daily_limit_ends_the_source_at_once() -> None:
    client, waits, _ = client_of([limited()], is_final=lambda response: True)
    with pytest.raises(LimitError, match="429"):
        client.get("/deals", "deals")
    assert waits == []


def test_it_gives_up_and_says_which_system_and_resource() -> None:
    client, _, asked = client_of([Response(500, b"")] * 6)
    with pytest.raises(SourceError, match="crm, deals: status 500"):
        client.get("/deals", "deals")
    assert len(asked) == 6


@pytest.mark.parametrize("half", [b'{"results": [', b"<html>Sorry</html>", b"NaN", b""])
def test_half_an_answer_is_asked_for_again(half: bytes) -> None:
    client, _, asked = client_of([Response(200, half), GOOD])
    assert client.get("/deals", "deals")["count"] == 3
    assert len(asked) == 2


def test_an_error_with_a_good_status_is_an_error() -> None:
    told = Response(200, b'{"error": "No such key a-secret"}')
    client, _, _ = client_of([told] * 6, error_in=lambda body: body.get("error"))
    with pytest.raises(SourceError, match=r"No such key \*\*\*"):
        client.get("/deals", "deals")


def test_a_refused_token_is_renewed_once() -> None:
    client, _, asked = client_of([Response(401, b""), GOOD], Token())
    client.get("/deals", "deals")
    signed = [request.headers["authorization"] for request in asked]
    assert signed == ["Bearer old", "Bearer new"]


def test_a_key_that_is_refused_is_not_tried_again() -> None:
    client, _, asked = client_of([Response(401, b"")])
    with pytest.raises(SourceError, match="check the secret in the environment"):
        client.get("/deals", "deals")
    assert len(asked) == 1


def test_what_may_not_be_read_holds_back_one_table_and_tells_no_secret() -> None:
    client, _, _ = client_of([Response(403, b"a-secret lacks the scope")])
    with pytest.raises(TableError, match="lacks the scope") as refused:
        client.get("/deals", "deals")
    assert "a-secret" not in str(refused.value)


def test_a_daily_limit_says_when_it_resets() -> None:
    client, _, _ = client_of(
        [Response(403, b"REQUEST_LIMIT_EXCEEDED")],
        is_final=lambda response: "REQUEST_LIMIT" in response.text,
        resets_at=next_midnight(ZoneInfo("America/New_York")),
    )
    with pytest.raises(LimitError, match=r"REQUEST_LIMIT_EXCEEDED.*0[45]:00:00 UTC"):
        client.get("/deals", "deals")


def test_a_page_that_moved_is_told_and_not_tried_again() -> None:
    client, _, asked = client_of([Response(302, b"")])
    with pytest.raises(SourceError, match="the address has moved"):
        client.get("/deals", "deals")
    assert len(asked) == 1


def test_text_comes_with_its_headers_and_headers_can_be_sent() -> None:
    client, _, asked = client_of([Response(200, b"Id\n7\n", {"Locator": "x"}), GOOD])
    text, headers = client.text("/results", "deals")
    assert (text, headers["locator"]) == ("Id\n7\n", "x")
    client.get("/deals", "deals", headers={"If-Modified-Since": "2026-05-01"})
    assert asked[1].headers["if-modified-since"] == "2026-05-01"


def test_everything_that_is_asked_in_one_run_has_one_deadline() -> None:
    hours = iter(range(0, 100 * 3600, 3600))
    client, _, _ = client_of([GOOD] * 9, clock=lambda: next(hours))
    with pytest.raises(PassingError, match="within 6 hours"):
        for _ in range(9):
            client.get("/deals", "deals")
