"""How a night begins: on a new generation, or on the one that a verb left under way."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pipelines.fingerprint import code_version
from pipelines.firm import Firm, FirmError
from pipelines.generations import Generation, begin, generations, published
from pipelines.guards import refuse_another_firm
from pipelines.night import Night, NotYetError
from pipelines.recovery import recover
from pipelines.report import Report, note, save, saved
from pipelines.run import Reread, Run
from pipelines.steps import Steps
from pipelines.terminal import Terminal


@dataclass(frozen=True)
class Order:
    """What is to be run: whose night, where, of which day, and by which steps."""

    firm: Firm
    build: Path
    day: date | None = None
    steps: Steps = field(default_factory=Steps)
    terminal: Terminal = field(default_factory=Terminal)
    reread: Reread | None = None


def begun(order: Order) -> Night:
    """Discard what was never published and begin the next generation."""
    last = published(order.build)
    if last:
        refuse_another_firm(last.folder, order.firm)
    for undone in recover(order.build):
        order.terminal.say(undone)
    generation = begin(order.build, order.firm)
    at = datetime.now(UTC)
    run = Run(
        run_id=f"{at:%Y%m%dT%H%M%S%f}-{generation.number}",
        run_at=at,
        as_of=as_of(order.firm, order.day),
        code_version=code_version(),
        reread=order.reread,
    )
    report = Report(
        run_id=run.run_id,
        firm_name=order.firm.name,
        generation=generation.number,
        as_of=run.as_of.isoformat(),
        started_at=at.replace(tzinfo=None).isoformat(),
        code_version=run.code_version,
    )
    note(order.build, report)
    save(generation.folder, report)
    return _night(order, generation, run, report)


def under_way(order: Order) -> Night:
    """Go on with the generation that `make load` began and nobody published yet."""
    last, kept = published(order.build), generations(order.build)
    report = saved(kept[-1].folder) if kept else None
    if not report or kept[-1] == last:
        raise NotYetError("No generation is under way: run `make load` first.")
    if report.firm_name != order.firm.name:
        raise NotYetError(
            f"The generation under way is {report.firm_name}'s: run `make load` first."
        )
    run = Run(
        run_id=report.run_id,
        run_at=datetime.fromisoformat(report.started_at).replace(tzinfo=UTC),
        as_of=date.fromisoformat(report.as_of),
        code_version=report.code_version,
    )
    return _night(order, kept[-1], run, report)


def reread(firm: Firm, name: str, since: date | None) -> Reread:
    """Return what to read again. Raises FirmError when no connection is called so."""
    names = [c.name for c in firm.connections if c.system != "imports"]
    if name not in names:
        raise FirmError(
            f"No connection is called `{name}`. Choose one of {', '.join(names)}."
        )
    return Reread(name, since)


def as_of(firm: Firm, day: date | None) -> date:
    """Return the day that the night speaks of; only here is the clock ever asked."""
    said = day or firm.as_of or (firm.sandbox.as_of if firm.sandbox else None)
    return said or datetime.now(ZoneInfo(firm.time_zone)).date()


def _night(order: Order, generation: Generation, run: Run, report: Report) -> Night:
    return Night(
        firm=order.firm,
        build=order.build,
        generation=generation,
        run=run,
        report=report,
        steps=order.steps,
        terminal=order.terminal,
    )
