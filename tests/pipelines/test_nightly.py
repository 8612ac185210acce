"""What a whole night promises to cron, to readers and to the next night."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.canonical import canonical_digest
from pipelines.firm import FirmError
from pipelines.generations import generations
from pipelines.lock import held
from pipelines.nightly import nightly
from pipelines.warehouse import connection
from tests.pipelines.tiny_night import analysts, firm_called, order


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with connection(path) as opened:
        return opened.execute(question).fetchall()


def failing(message: str, kind: type[Exception] = RuntimeError):
    def fail(*_: object) -> None:
        raise kind(message)

    return fail


def test_a_night_publishes_and_exits_with_0(tmp_path):
    assert nightly(order(tmp_path)) == 0
    assert rows(analysts(tmp_path), "select count(*) from marts.deals") == [(3,)]


def test_a_failed_step_exits_with_1_and_leaves_what_was_published(tmp_path):
    nightly(order(tmp_path))
    before = analysts(tmp_path)

    broken = order(tmp_path, n_deals=9, transform=failing("deals: not unique"))

    assert nightly(broken) == 1
    assert "deals: not unique" in broken.terminal.text
    assert analysts(tmp_path) == before


def test_a_missing_secret_exits_with_2(tmp_path):
    refused = order(tmp_path, load=failing("HUBSPOT_TOKEN is not set.", FirmError))

    assert nightly(refused) == 2
    assert "HUBSPOT_TOKEN" in refused.terminal.text
    assert generations(tmp_path) == []


def test_an_incomplete_source_is_published_with_marks_and_exits_with_3(tmp_path):
    marked = order(tmp_path, is_complete=False)

    assert nightly(marked) == 3
    assert "hubspot.deals" in marked.terminal.text
    assert rows(analysts(tmp_path), "select status from quality.runs") == [("marked",)]


def test_a_second_night_at_once_exits_with_2_and_names_the_first(tmp_path):
    script = (
        "import sys; from pathlib import Path; from pipelines.nightly import nightly; "
        "from tests.pipelines.tiny_night import order; it = order(Path(sys.argv[1])); "
        "code = nightly(it); sys.stdout.write(it.terminal.text); sys.exit(code)"
    )
    with held(tmp_path):
        second = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
        holder = (tmp_path / "night.lock").read_text()

    assert second.returncode == 2, second.stderr
    assert f"Process {holder} " in second.stdout


def test_another_firm_is_refused_and_nothing_is_touched(tmp_path):
    nightly(order(tmp_path))
    other = order(tmp_path, firm=firm_called("Other Firm"))

    assert nightly(other) == 2
    assert "Tiny Firm" in other.terminal.text
    assert len(list((tmp_path / "generations").iterdir())) == 1


def test_an_unchanged_night_skips_the_models_and_publishes_the_same(tmp_path):
    nightly(order(tmp_path))
    first = canonical_digest(analysts(tmp_path))

    second = order(tmp_path, transform=failing("should not be built"))
    assert nightly(second) == 0
    skipped = canonical_digest(analysts(tmp_path))
    assert nightly(order(tmp_path), is_full=True) == 0

    assert first == skipped == canonical_digest(analysts(tmp_path))
    assert rows(analysts(tmp_path), "select count(*) from quality.runs") == [(3,)]
    assert rows(
        analysts(tmp_path),
        "select last_seen_at = (select max(started_at) from quality.runs) "
        "from quality.findings",
    ) == [(True,)]


@pytest.mark.parametrize(
    "change", [{"n_deals": 4}, {"firm": firm_called(months="445")}]
)
def test_a_changed_source_or_rule_builds_the_models(tmp_path, change):
    nightly(order(tmp_path))
    changed = order(tmp_path, **change)

    nightly(changed)

    assert "4 models" in changed.terminal.text


def test_nights_that_were_not_published_are_reported_by_the_next(tmp_path):
    nightly(order(tmp_path, check=failing("no suite")))
    nightly(order(tmp_path))

    told = rows(
        analysts(tmp_path),
        "select status, explanation from quality.runs order by started_at",
    )
    assert told[0] == ("unpublished", "no suite.")
    assert told[1][0] == "published"
