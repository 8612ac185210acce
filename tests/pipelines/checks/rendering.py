"""The SQL of one model, rendered as dbt would over tables that are planted."""

import re
from collections.abc import Container, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

ENVIRONMENT = Environment(extensions=["jinja2.ext.do"])
PROJECT = Path(__file__).resolve().parents[3] / "dbt_project"


class _This(str):
    """A model's own place, as dbt names it."""

    database, schema = "warehouse", "intermediate"

    @property
    def identifier(self) -> str:
        return self.rsplit(".", 1)[-1]


class _Adapter:
    def __init__(self, macros: Any, held: Sequence[str]) -> None:
        self.macros = macros
        self._held = held

    def dispatch(self, name: str) -> Any:
        return getattr(self.macros, f"duckdb__{name}")

    def get_relation(self, *place: str) -> str | None:
        return f"intermediate.{place[-1]}" if self._held else None

    def get_columns_in_relation(self, relation: str) -> list[dict[str, str]]:
        return [{"name": column} for column in self._held]


def ancestors(target: str, known: Container[str]) -> list[str]:
    """Return a model and what it refers to, parents first, without what is known."""
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        if name in known or name in found:
            return
        for path in PROJECT.glob(f"models/**/{name}.sql"):
            for parent in re.findall(r"ref\(\s*'(\w+)'\s*\)", path.read_text()):
                visit(parent)
        found[name] = None

    visit(target)
    return list(found)


def rendered(model: str, held: Sequence[str] = ()) -> str:
    """Return the SQL of a model whose refs and sources are planted tables.

    `held` are the columns of the model as it was built before, if it was.
    """
    world: dict[str, Any] = {
        "execute": True,
        "this": _This(f"intermediate.{model}"),
        "ref": lambda name: f"intermediate.{name}",
        "source": lambda schema, name: f"{schema}.{name}",
        "return": lambda said: said,
    }
    world["adapter"] = _Adapter(None, held)
    macros = _macros().make_module(world)
    world["adapter"].macros = macros
    path = next(PROJECT.glob(f"models/**/{model}.sql"))
    named = {name: said for name, said in vars(macros).items() if name[0] != "_"}
    return ENVIRONMENT.from_string(path.read_text()).render(named | world)


@cache
def _macros() -> Template:
    text = "\n".join(p.read_text() for p in sorted(PROJECT.glob("macros/**/*.sql")))
    return ENVIRONMENT.from_string(text)
