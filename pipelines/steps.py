"""What a night does between begin and publish, so that tests can pass small steps."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.environment import environment
from pipelines.firm import Firm
from pipelines.rules import Run
from pipelines.transform import Transformed, reading_models_ahead, transform

if TYPE_CHECKING:
    from pipelines.load import Loaded


UNFINISHED = "unfinished"
"""The folder of `build` with the answers of sources that ended early."""


@dataclass(frozen=True)
class Steps:
    """The three steps that need slow libraries; each takes its facts as arguments."""

    load: Callable[[Firm, Path, Run], "Sequence[Loaded]"] = field(
        default_factory=lambda: load_and_read_models_ahead
    )
    transform: Callable[[Path, Path], Transformed] = transform
    check: Callable[[Firm, Path, Run], int] = field(
        default_factory=lambda: check_everything
    )


def load_and_read_models_ahead(
    firm: Firm, generation: Path, run: Run
) -> "Sequence[Loaded]":
    """Load every connection while dbt reads its models on the other core."""
    with reading_models_ahead(generation / "warehouse.duckdb", generation.parents[1]):
        return load_everything(firm, generation, run)


def load_everything(firm: Firm, generation: Path, run: Run) -> "Sequence[Loaded]":
    """Load every connection; the sample firm is served meanwhile, and only then."""
    # Slow import: dlt takes seconds, and only this step needs it.
    from pipelines.load import load

    if not firm.sandbox:
        known = environment(firm)
        return load(
            firm,
            generation,
            secrets=known,
            addresses=addresses(firm, known),
            imports_folder=firm.imports_folder,
            unfinished=generation.parents[1] / UNFINISHED,
            run=run,
        )
    from pipelines.sandbox.server import VOICES, serve
    from pipelines.sandbox.world import build_world

    world = build_world(firm.sandbox.seed, run.as_of)
    systems = [c.system for c in firm.connections if c.system in VOICES]
    with serve(world, generation.parents[1] / "sandbox", systems) as served:
        return load(
            firm,
            generation,
            secrets=served.secrets,
            addresses=served.addresses,
            imports_folder=served.imports_folder,
            unfinished=generation.parents[1] / UNFINISHED,
            run=run,
        )


def check_everything(firm: Firm, warehouse: Path, run: Run) -> int:
    """Write every finding; return how many there are."""
    # Slow import: Great Expectations takes seconds, and only this step needs it.
    from pipelines.checks.run import check

    return check(firm, warehouse, run)


def addresses(firm: Firm, known: Mapping[str, str]) -> dict[str, str]:
    """Return the base addresses that the environment overrides.

    HUBSPOT_ADDRESS speaks of the system, QUICKBOOKS_UK_ADDRESS of one connection.
    """
    names = {c.system for c in firm.connections} | {c.name for c in firm.connections}
    variables = {name: f"{name.upper()}_ADDRESS" for name in sorted(names)}
    return {name: known[said] for name, said in variables.items() if known.get(said)}
