"""Connecting a system: what a person sees, what is kept where, and what is missing."""

import io
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from pipelines.connect import Desk, connect
from pipelines.firm import Connection, Firm, FirmError
from pipelines.loopback import heard
from pipelines.sandbox.server import Served, serve
from tests.pipelines.sources.faulty_world import world

BOOKS = Connection("accounting", "quickbooks", "quickbooks")
CRM = Connection("crm", "hubspot", "hubspot")


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Served]:
    with serve(world(), tmp_path / "files", ["hubspot", "quickbooks"]) as found:
        yield found


def firm(tmp_path: Path, sandbox: Served, **fields: str) -> Firm:
    (tmp_path / ".env").write_text(
        "".join(f"{s.upper()}_ADDRESS={a}\n" for s, a in sandbox.addresses.items())
    )
    (tmp_path / ".env").chmod(0o600)
    named = {name.replace("__", "."): said for name, said in fields.items()}
    return Firm(
        "Tiny",
        "USD",
        (CRM, BOOKS),
        tmp_path,
        fields={"hubspot": named},
        tokens_file=tmp_path / "tokens.json",
    )


def desk(sandbox: Served, pasted: str = "sandbox-code") -> Desk:
    def hidden(asked: str) -> str:
        return sandbox.secrets[asked.removesuffix(": ")]

    return Desk(io.StringIO(), hidden, lambda asked: pasted)


def test_a_pasted_code_connects_the_books_and_says_what_can_be_read(
    tmp_path, sandbox
) -> None:
    there = desk(sandbox)
    assert connect(firm(tmp_path, sandbox), "quickbooks", there, paste=True) == 0
    told = there.out.getvalue()
    assert "https://appcenter.intuit.com/connect/oauth2?" in told
    assert "customers can be read (10 on the first page)." in told
    assert "As files beside it, if you need them: invoice_line_times" in told
    for file in (".env", "tokens.json"):
        assert (tmp_path / file).stat().st_mode & 0o777 == 0o600
    assert (
        "QUICKBOOKS_REFRESH_TOKEN=sandbox-refresh-" in (tmp_path / ".env").read_text()
    )
    assert sandbox.secrets["QUICKBOOKS_CLIENT_SECRET"] not in told


def test_a_browser_comes_back_over_the_loopback(tmp_path, sandbox) -> None:
    there = desk(sandbox)

    def agree(announce) -> str:
        def browse() -> None:
            announce()
            page = there.out.getvalue().split()[-1]
            state = parse_qs(urlsplit(page).query)["state"][0]
            back = f"http://127.0.0.1:8613/connected?code=sandbox-code&state={state}"
            urllib.request.urlopen(f"{back}&realmId=77").close()

        return heard(lambda: Thread(target=browse, daemon=True).start(), port=8613)

    there = Desk(there.out, there.hidden, there.pasted, agree)
    connect(firm(tmp_path, sandbox), "quickbooks", there, paste=False)
    assert "QUICKBOOKS_REALM_ID=77" in (tmp_path / ".env").read_text()


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("http://localhost/connected?code=x&state=other", "not to this question"),
        ("http://localhost/connected?error=access_denied", "access_denied"),
    ],
)
def test_an_answer_that_is_none_of_ours_stores_nothing(
    tmp_path, sandbox, pasted, told
) -> None:
    with pytest.raises(FirmError, match=told):
        connect(
            firm(tmp_path, sandbox), "quickbooks", desk(sandbox, pasted), paste=True
        )
    assert "REFRESH" not in (tmp_path / ".env").read_text()


def test_a_mapped_field_that_does_not_exist_is_named(tmp_path, sandbox) -> None:
    ours = firm(
        tmp_path, sandbox, deals__list_amount="list_amount", deals__billing_type="typo"
    )
    there = desk(sandbox)
    assert connect(ours, "hubspot", there, paste=False) == 1
    told = there.out.getvalue()
    assert "deals can be read (10 on the first page)." in told
    assert "deals.billing_type is missing: hubspot has no field typo." in told


def test_a_wrong_key_is_told_in_words(tmp_path, sandbox) -> None:
    there = Desk(io.StringIO(), lambda asked: "wrong", input)
    assert connect(firm(tmp_path, sandbox), "hubspot", there, paste=False) == 1
    assert "the key was refused (401)" in there.out.getvalue()
    assert "wrong" not in there.out.getvalue()


def test_a_connection_that_nobody_named_is_refused(tmp_path, sandbox) -> None:
    with pytest.raises(FirmError, match="Choose one of hubspot, quickbooks"):
        connect(firm(tmp_path, sandbox), "xero", desk(sandbox), paste=True)
