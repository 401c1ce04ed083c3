"""What an xlsx file hides: columns and rows that its author does not see.

Runs in the child process. The reader of values does not tell, so the raw text of
the sheets is looked at: as bytes, in pieces, without a parser that could be led
astray by entities.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from station_app.services.imports.confinement import COLUMNS, ROWS

PIECE = 1 << 20
OVERLAP = 1 << 12
SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\bhidden\s*=\s*[\"'](?:1|true)[\"']")
TRUE = (b"1", b"true")


@dataclass(slots=True)
class Hidden:
    """What one sheet hides: columns counted from 0, and how many rows."""

    columns: list[int] = field(default_factory=list)
    rows: int = 0


def hidden_parts(data: bytes, *, sheets: int) -> list[Hidden]:
    """Return what each of the first *sheets* sheets hides, in workbook order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        paths = _sheet_paths(package) if "xl/_rels/workbook.xml.rels" in names else []
        found = [_look_at(package, path) if path in names else Hidden() for path in paths]
    return (found + [Hidden() for _ in range(sheets)])[:sheets]


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return {
        match[1].split(b":")[-1]: match[2] or match[3] or b"" for match in ATTRIBUTE.finditer(text)
    }


def _sheet_paths(package: zipfile.ZipFile) -> list[str]:
    if "xl/workbook.xml" not in package.namelist():
        return []
    targets = {}
    for match in RELATION.finditer(package.read("xl/_rels/workbook.xml.rels")):
        attributes = _attributes(match[1])
        target = attributes.get(b"Target", b"").decode("utf-8", "replace")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        targets[attributes.get(b"Id", b"")] = posixpath.normpath(path)
    return [
        targets.get(_attributes(match[1]).get(b"id", b""), "")
        for match in SHEET.finditer(package.read("xl/workbook.xml"))
    ]


def _look_at(package: zipfile.ZipFile, path: str) -> Hidden:
    hidden, before, in_head = Hidden(), b"", True
    with package.open(path) as stream:
        while (piece := stream.read(PIECE)) and hidden.rows < ROWS:
            text = before + piece
            if in_head:
                head, found, _ = text.partition(b"<sheetData")
                hidden.columns += _hidden_columns(head)
                in_head = not found
            last = 0
            for match in HIDDEN_ROW.finditer(text):
                hidden.rows += 1
                last = match.end()
            # A tag may lie across two pieces; what was counted must not come round again.
            before = text[max(last, len(text) - OVERLAP) :]
    hidden.columns = sorted(set(hidden.columns))
    return hidden


def _hidden_columns(head: bytes) -> list[int]:
    found: list[int] = []
    for match in COLUMN.finditer(head):
        attributes = _attributes(match[1])
        if attributes.get(b"hidden") in TRUE and attributes.get(b"min", b"").isdigit():
            first = int(attributes[b"min"])
            last = int(attributes.get(b"max", b"") or first)
            found += range(first - 1, min(last, COLUMNS))
    return found
