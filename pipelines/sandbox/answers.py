"""What a perfect warehouse would find in the invented firm. Only tests read this.

`answers(seed, day).answers` holds one `Answer` for each planted mistake, and
`.identities` the true client, project or person behind each record. The answers speak
of 31 May 2026; what people do on later days (`days.py`) is not among them.
"""

from datetime import date

from pipelines.sandbox.dates import AS_OF
from pipelines.sandbox.invention import invent
from pipelines.sandbox.mistakes import KINDS
from pipelines.sandbox.truths import SYSTEMS, Answer, Truths

__all__ = ["KINDS", "SYSTEMS", "Answer", "Truths", "answers"]


def answers(seed: int, day: date = AS_OF) -> Truths:
    """Return every planted mistake and the true entity behind every record."""
    _, truths = invent(seed, day)
    return truths
