"""Every sentence on every page can be read aloud: short, whole, without a minus."""

import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboards.conftest import Visit
from tests.dashboards.reading import sentences
from tests.house import prose

pytestmark = pytest.mark.usefixtures("build")
VISITS = [
    ("which_number", {}),
    *(("which_number", {"client": c}) for c in ("acme", "bolt", "core", "dune")),
    ("which_number", {"client": "zeta"}),
    ("which_number", {"client": "bolt", "actual": "recognised", "period": "2026-05"}),
    ("why_different", {}),
    *(("why_different", {"client": c}) for c in ("acme", "bolt", "core")),
    ("why_different", {"client": "dune", "from_": "accounting_reported"}),
    ("why_different", {"client": "core", "from_": "billed", "to": "paid"}),
    ("where_to_fix", {}),
    ("where_to_fix", {"client": "bolt"}),
    ("records", {"client": "core", "step": "expected_to_planned.missing_project.F"}),
    ("record", {"record": "quickbooks:invoice:I-11"}),
    ("record", {"record": "birdview:time_entry:T6"}),
    ("trust", {}),
    ("definitions", {}),
]


def told(page: AppTest) -> Iterator[str]:
    """Yield every sentence of a page; what ends without a full stop is a label."""
    for text in sentences(page):
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            if sentence.endswith((".", "!", "?")):
                yield sentence


@pytest.mark.parametrize(("page", "url"), VISITS)
def test_every_sentence_reads_well(
    page: str, url: dict[str, str], visit: Visit
) -> None:
    shown = visit(page, **url)

    assert not shown.exception
    wrong = {said: found for said in told(shown) if (found := prose.faults(said))}
    assert wrong == {}


def test_a_name_with_markup_is_shown_as_it_is(visit: Visit) -> None:
    assert "Zeta $1 & <b>Sons</b>: nothing is sold" in " ".join(
        text
        for element in visit(client="zeta").get("html")
        for text in [element.proto.body.replace("&lt;", "<").replace("&gt;", ">")]
        if "answer" in text
    ).replace("&amp;", "&")
