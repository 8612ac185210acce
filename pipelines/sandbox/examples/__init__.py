"""The three worked examples, to the cent: Acme, Bolt, and Core with Dune."""

from pipelines.sandbox.draft import Draft
from pipelines.sandbox.examples.acme import write_acme
from pipelines.sandbox.examples.bolt import write_bolt
from pipelines.sandbox.examples.core import write_core
from pipelines.sandbox.examples.people import write_people


def write_examples(draft: Draft) -> None:
    """Write every record of the three examples as they stand on 31 May 2026."""
    write_people(draft)
    write_acme(draft)
    write_bolt(draft)
    write_core(draft)
