"""What the documents promise runs as it stands."""

import re
from pathlib import Path

import pytest

from pipelines import warehouse

ROOT = Path(__file__).parents[1]
QUESTIONS = re.findall(
    r"^## (\d+\. .+?)$.*?^```sql\n(.*?)^```",
    (ROOT / "docs" / "questions.md").read_text(encoding="utf-8"),
    re.M | re.S,
)
MAY_BE_EMPTY = ("3.", "6.", "10.", "15.", "33.", "40.")
"""Questions to which "nothing" is a good answer."""


def test_questions_are_numbered_without_a_gap() -> None:
    numbers = [int(title.split(".")[0]) for title, _ in QUESTIONS]
    assert len(numbers) >= 12
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(("title", "sql"), QUESTIONS, ids=[t for t, _ in QUESTIONS])
def test_the_query_of_a_question_runs(title: str, sql: str, published: Path) -> None:
    with warehouse.locked_down(published) as opened:
        answer = opened.execute(sql)

        assert answer.description, title
        assert answer.fetchone() is not None or title.startswith(MAY_BE_EMPTY)
