"""The order of the night: begin, load, transform, check, publish; or one of them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from pipelines.beginning import Order, begun, under_way
from pipelines.channels import Channel, channels
from pipelines.digest import digest
from pipelines.environment import environment
from pipelines.firm import FirmError
from pipelines.generations import GenerationError, discard
from pipelines.lock import held
from pipelines.night import Night, NotYetError
from pipelines.notify import tell, tell_failure
from pipelines.report import note
from pipelines.terminal import log, logged_to

PUBLISHED, NOT_PUBLISHED, REFUSED, PUBLISHED_WITH_MARKS = range(4)


def nightly(order: Order, *, is_full: bool = False) -> int:
    """Run a whole night and return its exit code.

    0 published, 1 not published, 2 refused to start, 3 published with marks because a
    source was incomplete. ``is_full`` builds every model even when nothing changed.
    """

    def whole(night: Night) -> None:
        night.load()
        night.transform(is_full=is_full)
        night.check()
        night.publish()

    try:
        told = channels(order.firm, environment(order.firm))
    except FirmError as error:
        order.terminal.say(f"Refused to start: {error}")
        return REFUSED
    code = _run(order, begun, whole)
    if told:
        _tell(order, told, code)
    return code


def one_step(order: Order, step: str) -> int:
    """Run load, transform, check or publish on the generation under way.

    load begins a new one; the others go on from the step before them.
    """
    steps: dict[str, Callable[[Night], None]] = {
        "load": Night.load,
        "transform": lambda night: night.transform(is_full=True),
        "check": Night.check,
        "publish": Night.publish,
    }
    return _run(order, begun if step == "load" else under_way, steps[step])


def _run(
    order: Order, start: Callable[[Order], Night], act: Callable[[Night], None]
) -> int:
    try:
        with held(order.build):
            night = start(order)
            with logged_to(_log_of(night)):
                return _ended(night, act)
    except (FirmError, GenerationError, NotYetError) as error:
        order.terminal.say(f"Refused to start: {error}")
        return REFUSED


def _ended(night: Night, act: Callable[[Night], None]) -> int:
    try:
        act(night)
    except (FirmError, NotYetError):
        night.report.finish(datetime.now(UTC), "It refused to start.")
        note(night.build, night.report)
        if not night.report.done:
            discard(night.generation)
        raise
    except Exception as error:
        log.exception("The night ended here.")
        reason = " ".join(str(error).split()) or type(error).__name__
        reason += "" if reason.endswith(".") else "."
        night.report.finish(datetime.now(UTC), reason)
        note(night.build, night.report)
        night.terminal.say(
            f"Not published: {reason} What was published before stays. "
            f"Log: {_log_of(night)}"
        )
        return NOT_PUBLISHED
    if night.report.incomplete:
        night.terminal.say(f"Published with marks. {night.report.explanation}")
        return PUBLISHED_WITH_MARKS
    return PUBLISHED


def _tell(order: Order, addresses: Mapping[Channel, str], code: int) -> None:
    if code in (PUBLISHED, PUBLISHED_WITH_MARKS):
        news = digest(order.build)
        failed = tell(addresses, news) if news else []
    else:
        failed = tell_failure(addresses, order.firm.name, order.terminal.last)
    for sentence in failed:
        order.terminal.say(sentence)


def _log_of(night: Night) -> Path:
    return night.build / "logs" / f"night-{night.run.run_id}.log"
