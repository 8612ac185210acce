"""What became of one table tonight, for the report of the night."""

from dataclasses import dataclass

from pipelines.fetch import Reading


@dataclass(frozen=True)
class Loaded:
    """What became of one table tonight: read = loaded + quarantined + duplicate."""

    source_system: str
    table_name: str
    n_read: int
    n_loaded: int
    n_quarantined: int
    n_duplicate: int
    is_complete: bool
    seconds: float
    problem: str = ""
    """Why the table keeps its last rows, in a sentence; empty when it is complete."""


def outcome(reading: Reading) -> Loaded:
    """Return the counts of one reading."""
    rows = reading.rows
    return Loaded(
        source_system=reading.connection.name,
        table_name=reading.table.name,
        n_read=rows.n_read if rows else 0,
        n_loaded=rows.kept.num_rows if rows else 0,
        n_quarantined=len(rows.rejected) if rows else 0,
        n_duplicate=rows.n_duplicate if rows else 0,
        is_complete=rows is not None,
        seconds=reading.seconds,
        problem=reading.problem,
    )
