"""Rules of models and seeds: their names, their twins, what one row is."""

import re
from pathlib import Path
from typing import Any

import yaml
from dbt.jsonschemas.jsonschemas import resources_schema
from jsonschema import Draft7Validator

DBT = Path(__file__).parents[2] / "dbt_project"
MODELS = sorted((DBT / "models").rglob("*.sql"))
SEEDS = sorted((DBT / "seeds").rglob("*.csv"))
METRICS = {
    DBT / "models" / "marts" / "revenue" / f"_revenue__{name}.yml"
    for name in ("metrics", "ratios")
}
"""dbt checks their format itself; its schema knows only the format after that."""
TWINS = sorted(
    {*(DBT / "models").rglob("*.yml"), *(DBT / "seeds").rglob("*.yml")} - METRICS
)
NAMES = {
    "staging": r"stg_{folder}(_[a-z]+)?__[a-z_]+",
    "intermediate": r"int_[a-z]+(_[a-z]+)*__[a-z_]+",
    "restricted": r"(?!stg_|int_|fct_|dim_)[a-z_]+",
    "marts": r"(?!stg_|int_|fct_|dim_)[a-z_]+",
}
PARTICIPLE = r"(?:\w*ed|found|frozen|kept|laid|left|spread|won|due)"


def wrongly_named(layer: str, folder: str, stem: str) -> bool:
    """Say whether a model is not named after its folder, or not after what was done."""
    if not re.fullmatch(NAMES[layer].format(folder=folder), stem):
        return True
    acts = stem.rsplit("__", maxsplit=1)[-1].split("_")
    return layer == "intermediate" and not any(
        re.fullmatch(PARTICIPLE, act) for act in acts
    )


def what_a_row_is(thing: Path) -> str:
    """Return the description of a model or seed in its twin, empty without one."""
    twin = thing.with_suffix(".yml")
    if not twin.is_file():
        return ""
    told: dict[str, Any] = yaml.safe_load(twin.read_text(encoding="utf-8"))
    for entry in [*told.get("models", []), *told.get("seeds", [])]:
        if entry["name"] == thing.stem:
            return str(entry.get("description", ""))
    return ""


def misspelt(document: str) -> list[str]:
    """Return what dbt's own schema of property files refuses.

    dbt 1.11 checks this itself, but for four databases only; DuckDB is none.
    """
    validator = Draft7Validator(resources_schema())
    return [e.message[:200] for e in validator.iter_errors(yaml.safe_load(document))]
