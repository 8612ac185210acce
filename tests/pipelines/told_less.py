"""Nights that tell only what two systems can both tell, for their comparison."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pipelines.firm import Firm
from pipelines.load import Loaded, load
from pipelines.rules import Run
from pipelines.sandbox.kept import World
from pipelines.sandbox.server import VOICES, serve
from pipelines.sandbox.world import build_world
from pipelines.steps import Steps
from tests.pipelines.sandbox.untold import as_told
from tests.pipelines.sandbox.untold_of_books import Rows


@dataclass(frozen=True)
class Less:
    """The firm without what one system cannot tell."""

    world: World
    system: str

    @property
    def seed(self) -> int:
        """Return the seed of the world."""
        return self.world.seed

    @property
    def day(self) -> date:
        """Return the day of the world."""
        return self.world.day

    def records(self, role: str, table: str) -> Rows:
        """Return the records of one common table, as the system can tell them."""
        return as_told(self.system, role, table, self._rows)

    def _rows(self, role: str, table: str) -> Rows:
        return list(self.world.records(role, table))


def telling_less(*systems: str) -> Steps:
    """Return the steps of the sample firm's night, less what ``systems`` cannot tell.

    Ids stay the firm's own, whatever form the systems would give them.
    """

    def loaded(firm: Firm, generation: Path, run: Run) -> Sequence[Loaded]:
        assert firm.sandbox
        world: World = build_world(firm.sandbox.seed, run.as_of)
        for system in systems:
            world = Less(world, system)
        folder = generation.parents[1] / "sandbox"
        asked = [c.system for c in firm.connections if c.system in VOICES]
        firm = replace(firm, tokens_file=folder / "tokens.json")
        with serve(world, folder, asked, forms={}) as served:
            return load(
                firm,
                generation,
                secrets=served.secrets,
                addresses=served.addresses,
                imports_folder=served.imports_folder,
                run=run,
            )

    return Steps(load=loaded)
