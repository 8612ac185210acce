"""A night can be run step by step, each verb going on from the one before it."""

from datetime import date

from pipelines.beginning import as_of
from pipelines.canonical import canonical_digest
from pipelines.firm import Sandbox
from pipelines.nightly import nightly, one_step
from tests.pipelines.tiny_night import analysts, firm_called, order


def test_step_by_step_publishes_what_a_whole_night_publishes(tmp_path):
    nightly(order(tmp_path / "whole"))
    for step in ("load", "transform", "check", "publish"):
        assert one_step(order(tmp_path / "steps"), step) == 0

    assert canonical_digest(analysts(tmp_path / "whole")) == canonical_digest(
        analysts(tmp_path / "steps")
    )


def test_a_step_without_the_one_before_it_says_which_to_run(tmp_path):
    one_step(order(tmp_path), "load")
    early = order(tmp_path)

    assert one_step(early, "check") == 2
    assert "make transform" in early.terminal.text


def test_the_day_comes_from_the_command_then_the_firm_then_the_sandbox():
    sandbox = Sandbox(seed=1, as_of=date(2026, 1, 1))
    assert as_of(firm_called(sandbox=sandbox), date(2026, 6, 1)) == date(2026, 6, 1)
    assert as_of(firm_called(sandbox=sandbox), None) == date(2026, 5, 31)
