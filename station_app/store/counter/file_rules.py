"""The rules of files of cases: ``resources/counter/case_files.json``, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from station_app.domain.counter.case_files import FileKind, FileRules
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from pathlib import Path

MOST: Final = {
    "given": 64 << 20,
    "kept": 8 << 20,  # one file must fit into one sync file (docs/sync-format.md)
    "case": 512 << 20,
    "files": 500,
    "pixels": 64_000_000,  # so many fit into the memory of the process that reads them
    "pages": 100,
    "edge": 8000,
    "quality": 95,
}
LEAST: Final = {"edge": 1000, "quality": 50}


def read_file_rules(path: Path) -> FileRules:
    """Return the rules in the file *path*.

    Raises :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    head = read_data_file(path, frozenset({"kinds", *MOST}))
    kinds = head.texts("kinds")
    if not kinds or len(set(kinds)) < len(kinds) or not set(kinds) <= set(FileKind):
        raise head.wrong("field kinds")
    numbers = {}
    for field, most in MOST.items():
        numbers[field] = head.number(field)
        if not LEAST.get(field, 1) <= numbers[field] <= most:
            raise head.wrong(f"field {field}")
    if numbers["kept"] > numbers["case"]:
        raise head.wrong("field case")
    return FileRules(kinds=tuple(map(FileKind, kinds)), **numbers)
