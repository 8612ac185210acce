"""Rules of every file: its length, its name, and what it may not give away."""

import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("pipelines", "dbt_project", "dashboards", "tests", "benchmarks", "docs")
VAGUE = {"util", "utils", "helper", "helpers", "common", "base", "misc"}
AGREED = {"common_model"}
MACHINE = r"(?<![\w.~}])/(?:work|root|home|tmp(?!/plumbline))/\w"
INDEX = (
    r"--(?:(?:extra-)?index[-]url|trusted[-]host|find[-]links)"
    r"|https?://[^\s\"')]*(?:pypi\.|pythonhosted|/simple\b)"
)
TEXTS = {".py", ".sql", ".yml", ".md", ".toml", ".csv", ".css", ".lock", ".json"}


def files() -> list[Path]:
    """Return every committed text file of the house."""
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    kept = [
        path
        for path in [*inside, *ROOT.glob("*"), *ROOT.glob(".ci/*"), ROOT / ".sqlfluff"]
        if path.is_file()
        and (path.suffix in TEXTS or path.name in {"Makefile", "run", ".sqlfluff"})
        and path.name != "tokens.json"
    ]
    return sorted(kept)


def short(path: Path) -> str:
    """Return a path as the house writes it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def too_long(paths: Iterable[Path]) -> dict[str, int]:
    """Return files of code above 150 lines, with their length."""
    lengths = {
        short(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in paths
        if path.suffix in {".py", ".sql", ".yml"}
    }
    return {name: length for name, length in lengths.items() if length > 150}


def vaguely_named(names: Iterable[str]) -> list[str]:
    """Return paths whose name says nothing about what is inside."""
    return [
        name
        for name in names
        if any(
            VAGUE & set(re.split(r"[_.]+", part)) and Path(part).stem not in AGREED
            for part in Path(name).parts
        )
    ]


def machine_named(text: str) -> list[str]:
    """Return paths of one machine and addresses of package indexes."""
    return re.findall(MACHINE, text) + re.findall(INDEX, text)


def undocumented(makefile: str) -> list[str]:
    """Return verbs of the Makefile that `make` alone does not list."""
    verbs = re.findall(r"^([a-z]+):(?!=)", makefile, re.M)
    listed = re.findall(r"^([a-z]+):.*## \S", makefile, re.M)
    return sorted(set(verbs) - set(listed) - {"help"})
