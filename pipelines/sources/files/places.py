"""Where the files of one role lie: which table is in which file or sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.sources.files.headers import HeaderError, forgiven
from pipelines.sources.files.workbooks import sheet_names

SUFFIXES = (".csv", ".parquet", ".xlsx")
OTHERS = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".txt", ".tsv")


@dataclass(frozen=True)
class Place:
    """A file, or one sheet of a workbook."""

    path: Path
    sheet: str | None = None

    def __str__(self) -> str:
        """Return the place as messages name it."""
        return f"{self.path}, sheet {self.sheet}" if self.sheet else str(self.path)


@dataclass
class Found:
    """What lies in the folder of a role."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    """By table. More than one is a contradiction."""

    problems: dict[str, str] = field(default_factory=dict)
    """By table: why its file cannot be read at all."""

    strangers: list[str] = field(default_factory=list)
    """Files and sheets that are named like no table."""

    def place(self, table: str) -> Place:
        """Return where ``table`` lies. Raises HeaderError when nobody could say."""
        if table in self.problems:
            raise HeaderError(self.problems[table])
        places = self.places[table]
        if len(places) > 1:
            said = " and ".join(str(place) for place in places)
            raise HeaderError(f"{table} lies in {said}. Keep one of them.")
        return places[0]


def look(folder: Path, tables: Iterable[str]) -> Found:
    """Look for ``tables`` in ``folder`` and in the workbook beside it.

    Case, spaces and hyphens of names are forgiven.
    """
    known, found = set(tables), Found()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = forgiven(path.stem)
        if path.name.startswith((".", "~$")) or path.is_dir():
            continue
        if name not in known:
            found.strangers.append(str(path))
        elif path.suffix.lower() in SUFFIXES:
            found.places.setdefault(name, []).append(Place(path))
        elif path.suffix.lower() in OTHERS:
            found.problems[name] = (
                f"{path} is in a format that is not read. Open it, and save it as "
                f"{path.stem}.xlsx or as CSV UTF-8."
            )
    book = folder.with_name(f"{folder.name}.xlsx")
    if book.exists():
        _look_into(book, known, found)
    return found


def _look_into(book: Path, known: set[str], found: Found) -> None:
    try:
        sheets: Mapping[str, bool] = sheet_names(book)
    except HeaderError as error:
        missing = known - set(found.places)
        found.problems |= dict.fromkeys(sorted(missing), str(error))
        return
    for sheet, is_visible in sheets.items():
        name = forgiven(sheet)
        if name not in known:
            found.strangers.append(str(Place(book, sheet)))
        elif is_visible:
            found.places.setdefault(name, []).append(Place(book, sheet))
        else:
            found.problems[name] = (
                f"{book}: the sheet {sheet} is hidden. Unhide it to have it read, or "
                "delete it."
            )
