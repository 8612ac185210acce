"""What the documents name exists: verbs, links, tables, files of rules, amounts."""

import csv
import re
from pathlib import Path

import pytest

from pipelines.rule_files import RULE_FILES

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")], key=lambda page: page.name
)
MODELS = ROOT / "dbt_project" / "models"
of_each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@of_each_page
def test_every_verb_of_a_page_is_in_the_makefile(page: Path) -> None:
    verbs = set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.M))
    said = page.read_text("utf-8")
    blocks = re.findall(r"^```\w+\n(.*?)^```", said, re.M | re.S)
    code = "\n".join(blocks + re.findall(r"`([^`\n]+)`", said))
    commands = re.findall(r"^make ([a-z]+)", code, re.M)

    assert set(commands) <= verbs


@of_each_page
def test_every_relative_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]

    assert [link for link in inside if not (page.parent / link).exists()] == []


@of_each_page
def test_no_page_names_a_place_of_one_machine(page: Path) -> None:
    said = page.read_text("utf-8")

    assert re.findall(r"/(?:work|home|root|Users)/\S*|127\.0\.0\.1\S*", said) == []


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_every_mart_that_is_named_has_a_model(name: str) -> None:
    models = {path.stem for path in MODELS.rglob("*.sql")}
    marts = set(re.findall(r"`marts\.(\w+)`", text(name)))
    layers = set(re.findall(r"`(\w+_(?:revenue|bridge|anchors|summary))", text(name)))

    assert marts | layers
    assert (marts | layers) - models == set()


def test_the_changelog_names_every_mart() -> None:
    marts = {path.stem for path in (MODELS / "marts").rglob("*.sql")}

    assert marts - set(re.findall(r"`marts\.(\w+)`", text("CHANGELOG.md"))) == set()


def test_the_picture_shows_amounts_of_the_worked_examples() -> None:
    drawn = re.findall(r">[+−]?([\d,]+\.\d\d)<", text("docs/bridge.svg"))
    with (ROOT / "tests" / "worked_examples.csv").open() as file:
        worked = {
            row["amount"] for row in csv.DictReader(file) if row["client"] == "Core"
        }

    assert drawn
    plain = {amount.replace(",", "") for amount in drawn}
    assert plain - {amount.lstrip("-") for amount in worked} == set()


@pytest.mark.parametrize("name", RULE_FILES)
def test_the_rule_files_have_the_columns_that_are_read(name: str) -> None:
    columns = list(RULE_FILES[name])

    assert text(f"rules/{name}.csv").splitlines()[0].split(",") == columns
    if name != "targets":
        assert ",".join(columns) in text("docs/playbook.md")
