"""What the quarantine says of a row of a file: where it stands, why, its content."""

import json
from collections.abc import Iterator, Sequence

import pyarrow as pa

from pipelines.common_model import Table
from pipelines.sources import Rejected
from pipelines.sources.files.reasons import CellError
from pipelines.sources.files.sheets import Sheet
from pipelines.sources.reason_codes import REASONS


def told(
    sheet: Sheet, table: Table, rows: pa.Table, at: int, errors: Sequence[CellError]
) -> Rejected:
    """Return what is to be told about the row at position ``at``."""
    said = {
        name.strip(): sheet.cells[position][at].as_py()
        for position, name in enumerate(sheet.header)
    }
    what = "; ".join(str(error) for error in errors)
    is_column = what.split(" ", 1)[0] in rows.column_names
    return Rejected(
        sheet.file,
        sheet.row_numbers[at].as_py(),
        "/".join(str(rows[name][at].as_py() or "") for name in table.key),
        errors[0].code,
        f"{what}." if is_column else f"{what[:1].upper()}{what[1:]}.",
        json.dumps(said, ensure_ascii=False),
        REASONS[errors[0].code].is_loaded,
    )


def ragged(sheet: Sheet) -> Iterator[Rejected]:
    """Yield the rows that have more or fewer cells than the header."""
    for row in sheet.ragged:
        yield Rejected(
            sheet.file,
            row.row_number,
            "",
            "json_truncated",
            f"The row has {row.n_cells} cells, the header {len(sheet.header)}. "
            "Correct the row; text with commas needs quotation marks.",
            json.dumps({"text": row.text}),
        )
