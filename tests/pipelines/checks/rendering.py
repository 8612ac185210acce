"""The SQL of one model, rendered as dbt would over tables that are planted."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment

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
    text = "\n".join(p.read_text() for p in sorted(PROJECT.glob("macros/**/*.sql")))
    environment = Environment(extensions=["jinja2.ext.do"])
    world["adapter"] = _Adapter(None, held)
    macros = environment.from_string(text).make_module(world)
    world["adapter"].macros = macros
    path = next(PROJECT.glob(f"models/**/{model}.sql"))
    return environment.from_string(text + path.read_text()).render(world)
