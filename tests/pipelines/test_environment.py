"""Secrets come from the environment or from .env, and every one of them is listed."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.environment import environment
from pipelines.firm import Connection, FirmError
from pipelines.sources.registry import connectors
from pipelines.steps import addresses
from tests.pipelines.tiny_night import firm_called

EXAMPLE = Path(__file__).resolve().parents[2] / ".env.example"


def firm_in(folder: Path, written: str, mode: int = 0o600):
    (folder / ".env").write_text(written)
    (folder / ".env").chmod(mode)
    return replace(firm_called(), folder=folder)


def test_the_environment_wins_over_the_file(tmp_path, monkeypatch):
    firm = firm_in(tmp_path, "# keys\nTINY_KEY = 'filed'\nTINY_USER=ada\nTINY_EMPTY=\n")
    monkeypatch.setenv("TINY_KEY", "set")

    known = environment(firm)

    assert (known["TINY_KEY"], known["TINY_USER"]) == ("set", "ada")
    assert "TINY_EMPTY" not in known


def test_a_file_that_others_may_read_is_refused(tmp_path):
    with pytest.raises(FirmError, match="chmod 600"):
        environment(firm_in(tmp_path, "TINY_KEY=filed\n", mode=0o644))


def test_an_address_can_be_overridden_for_a_system_and_for_one_connection():
    uk = Connection("accounting", "quickbooks", "quickbooks_uk", "uk")
    firm = replace(firm_called(), connections=(uk,))
    known = {"QUICKBOOKS_ADDRESS": "http://a", "QUICKBOOKS_UK_ADDRESS": "http://b"}

    assert addresses(firm, known) == {
        "quickbooks": "http://a",
        "quickbooks_uk": "http://b",
    }


def test_the_example_lists_every_secret_of_every_connector():
    listed = {line.partition("=")[0] for line in EXAMPLE.read_text().splitlines()}
    needed = {
        name
        for module in connectors().values()
        for name in (*module.SECRETS, *getattr(module, "OPTIONAL_SECRETS", ()))
    }

    assert needed - listed == set()
