"""Remove everything that was minted, first seen or decided by nights of a firm."""

import shutil
from pathlib import Path

from pipelines.firm import Firm
from pipelines.generations import discard, generations, published
from pipelines.guards import refuse_another_firm


def forget(firm: Firm, build: Path) -> int:
    """Remove every generation and the journal; return how many generations there were.

    Raises FirmError when the published generation is another firm's.
    """
    last = published(build)
    if last:
        refuse_another_firm(last.folder, firm)
    gone = generations(build)
    (build / "current").unlink(missing_ok=True)
    for generation in gone:
        discard(generation)
    for folder in ("logs", "dbt", "sandbox", "unfinished", "audits", "packs", "why"):
        shutil.rmtree(build / folder, ignore_errors=True)
    return len(gone)
