"""The command line: what it answers, what it refuses, and with which exit code."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipelines.__main__ import main
from pipelines.beginning import reread
from pipelines.nightly import nightly
from pipelines.run import Reread
from tests.pipelines.tiny_night import firm_called, order, tiny_steps

FIRM = """
name = "Tiny Firm"
reporting_currency = "USD"
as_of = 2026-05-31
[systems]
crm = "hubspot"
"""


@pytest.fixture
def where(tmp_path: Path) -> list[str]:
    (tmp_path / "firm.toml").write_text(FIRM)
    return [
        "--firm",
        str(tmp_path / "firm.toml"),
        "--build",
        str(tmp_path / "build"),
    ]


def published_nights(tmp_path: Path, *numbers_of_deals: int) -> None:
    for n_deals in numbers_of_deals:
        nightly(order(tmp_path / "build", n_deals=n_deals, firm=firm_called()))


def test_sql_prints_the_answer(where, tmp_path, capfd):
    published_nights(tmp_path, 3)

    assert (
        main(["sql", *where, "select sum(frozen_amount) as sold from marts.deals"]) == 0
    )
    assert "300.00" in capfd.readouterr().out


@pytest.mark.parametrize(
    "statement",
    [
        "select * from marts.no_such_table",
        "delete from marts.deals",
        "select * from read_text('/etc/hostname')",
        "set enable_external_access = true",
    ],
)
def test_sql_refuses_in_one_line(where, tmp_path, capfd, statement):
    published_nights(tmp_path, 3)

    assert main(["sql", *where, statement]) == 1
    assert capfd.readouterr().out.count("\n") == 1


def test_the_prompt_answers_each_statement_and_survives_a_mistake(where, tmp_path):
    published_nights(tmp_path, 3)
    ran = subprocess.run(
        [sys.executable, "-m", "pipelines", "sql", *where],
        input="selec 1;\nselect count(*)\nfrom marts.deals;\n",
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert "Parser Error" in ran.stdout
    assert "3" in ran.stdout.split("Parser Error")[1]


def test_sql_before_any_night_says_what_to_run(where, capsys):
    assert main(["sql", *where, "select 1"]) == 2
    assert "make nightly" in capsys.readouterr().err


def test_rollback_names_the_generation_that_is_published_now(where, tmp_path, capsys):
    published_nights(tmp_path, 3, 4)

    assert main(["rollback", *where]) == 0
    assert "Generation 1 is published" in capsys.readouterr().out
    assert main(["rollback", *where]) == 2


def test_forget_asks_for_the_name_first(where, tmp_path, monkeypatch, capsys):
    published_nights(tmp_path, 3)

    monkeypatch.setattr("builtins.input", lambda _: "Another Firm")
    assert main(["forget", *where]) == 2
    assert (tmp_path / "build/generations/1").exists()

    monkeypatch.setattr("builtins.input", lambda _: "Tiny Firm")
    assert main(["forget", *where]) == 0
    assert not (tmp_path / "build/generations/1").exists()


def test_a_real_system_without_its_secret_is_refused_by_name(
    where, tmp_path, capsys, monkeypatch
):
    monkeypatch.delenv("HUBSPOT_SERVICE_KEY", raising=False)

    assert main(["nightly", *where]) == 2
    assert "HUBSPOT_SERVICE_KEY" in capsys.readouterr().out
    assert not (tmp_path / "build/current").exists()


def test_a_backfill_of_what_nobody_connected_is_refused(where, capsys):
    assert main(["backfill", "xero", *where]) == 2
    assert "Choose one of hubspot" in capsys.readouterr().err


def test_a_backfill_reads_one_system_again_from_its_day_on(tmp_path):
    told, again = [], reread(firm_called(), "hubspot", date(2024, 1, 1))
    plain = tiny_steps(3).load

    def load(firm, generation, run):
        told.append(run.reread)
        return plain(firm, generation, run)

    asked = order(tmp_path / "build", load=load)
    assert nightly(replace(asked, reread=again)) == 0
    assert told == [Reread("hubspot", date(2024, 1, 1))]


def test_a_firm_that_does_not_exist_is_refused(tmp_path, capsys):
    assert main(["nightly", "--firm", str(tmp_path / "none.toml")]) == 2
    assert "FIRM=" in capsys.readouterr().err


def test_verify_says_of_each_generation_whether_it_is_whole(where, tmp_path, capfd):
    published_nights(tmp_path, 3, 4)
    assert main(["verify", *where]) == 0
    assert "Generation 2, published: whole." in capfd.readouterr().out

    file = tmp_path / "build/generations/1/analysts.duckdb"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    assert main(["verify", *where]) == 1
    assert "Generation 1: analysts.duckdb is not the file" in capfd.readouterr().out
