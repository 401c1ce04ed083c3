"""Which rows of a sheet are people: tables, headers again, subtotals, notes, blanks.

A sheet may hold a title, a form's head, the roster, its header again on every
printed page, subtotals, remarks at the end, even a second roster with columns
of its own. What is left out is counted by reason, never silently dropped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.services.imports.content import guess_by_content
from station_app.services.imports.headers import (
    SCORE_OF_A_ROSTER,
    Header,
    Title,
    field_of,
    find_header,
    headers_at,
    score,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.services.imports.reading import Cell, Sheet, SpreadsheetFile
    from station_app.services.imports.vocabulary import Vocabulary

FEW_CELLS = 4
TITLES_OF_A_HEADER = 3
SAMPLE = 200
PLACE_WORDS = ("幢", "栋", "号楼", "单元", "小区", "网格", "片区", "组", "楼")


class RowKind(StrEnum):
    """What a row of a sheet is."""

    PERSON = "person"
    HEADER = "header"
    SUBTOTAL = "subtotal"
    NOTE = "note"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One roster within a sheet: its header and the rows that are people.

    ``lines`` are row indexes within ``sheet.rows``; ``left_out`` counts the other
    rows below the header by kind.
    """

    sheet: Sheet
    header: Header
    lines: tuple[int, ...]
    left_out: Mapping[RowKind, int]

    def column(self, index: int) -> list[Cell]:
        """Return the cells of one column, for the rows that are people."""
        rows = self.sheet.rows
        return [rows[line][index] if index < len(rows[line]) else "" for line in self.lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sheet without a roster; ``reason`` is ``empty``, ``hidden`` or ``no-header``."""

    sheet: str
    reason: str


def find_tables(
    file: SpreadsheetFile, vocabulary: Vocabulary
) -> tuple[tuple[Table, ...], tuple[LeftOut, ...]]:
    """Return all rosters of *file*, and the sheets that hold none."""
    tables: list[Table] = []
    left_out: list[LeftOut] = []
    for sheet in file.sheets:
        found = () if sheet.hidden else _tables_of(sheet, vocabulary)
        tables += found
        if not found:
            # A sheet its owner has hidden was not meant to be handed on.
            reason = "hidden" if sheet.hidden else "no-header" if sheet.rows else "empty"
            left_out.append(LeftOut(sheet=sheet.name, reason=reason))
    return tuple(tables), tuple(left_out)


def _tables_of(sheet: Sheet, vocabulary: Vocabulary) -> tuple[Table, ...]:
    header = find_header(sheet, vocabulary) or _without_header(sheet)
    tables: list[Table] = []
    while header is not None:
        rest = _Rest(sheet, header, vocabulary)
        tables.append(rest.table())
        header = rest.next_header
    return tuple(table for table in tables if table.lines)


def _without_header(sheet: Sheet) -> Header | None:
    """Return an empty header when the columns tell by themselves what they are."""
    guessed = guess_by_content(sheet.rows[:SAMPLE], sheet.width())
    if "id_number" not in guessed.values() or "name" not in guessed.values():
        return None
    return Header(first=0, last=-1, titles=(Title(text=""),) * sheet.width())


class _Rest:
    """The rows below one header, up to the next header with other columns."""

    def __init__(self, sheet: Sheet, header: Header, vocabulary: Vocabulary) -> None:
        self.next_header: Header | None = None
        self._sheet = sheet
        self._header = header
        self._vocabulary = vocabulary
        self._fields = _fields(sheet, header, vocabulary)
        self._name = self._place_of("name", "head_name")
        self._id = self._place_of("id_number")
        self._idle = {
            place
            for place, field in enumerate(self._fields)
            if field in {"sequence", "household_number"}
        }
        self._above = frozenset(
            cell
            for row in sheet.rows[: header.last + 1]
            for cell in row
            if isinstance(cell, str) and cell
        )
        self._words = frozenset({title.text for title in header.titles} - {""}).union(
            vocabulary.titles
        )

    def table(self) -> Table:
        """Return the table, and note where the next one begins."""
        counts: Counter[RowKind] = Counter()
        lines = []
        for index in range(self._header.last + 1, len(self._sheet.rows)):
            kind = self._kind(index)
            if self.next_header is not None:
                break
            if kind is RowKind.PERSON:
                lines.append(index)
            else:
                counts[kind] += 1
        return Table(
            sheet=self._sheet, header=self._header, lines=tuple(lines), left_out=dict(counts)
        )

    def _place_of(self, *fields: str) -> int:
        return next((self._fields.index(field) for field in fields if field in self._fields), -1)

    def _kind(self, index: int) -> RowKind:
        row = self._sheet.rows[index]
        filled, texts = _filled(row), _texts(row)
        if self._is_header_again(index, filled, texts):
            return RowKind.HEADER
        if filled <= self._idle and all(map(str.isascii, texts)):
            return RowKind.BLANK
        if self._id in filled and not self._is_instruction(row):
            return RowKind.PERSON
        return self._kind_by_words(row, filled, texts)

    def _is_header_again(self, index: int, filled: set[int], texts: list[str]) -> bool:
        """Whether the row repeats what stands above the first person, or is a new header."""
        # All of it stood above the first person already: the head of the next printed page.
        if len(texts) == len(filled) > 0 and self._above.issuperset(texts):
            return True
        has_titles = len(self._words.intersection(texts)) >= TITLES_OF_A_HEADER
        return has_titles and self._is_header(index)

    def _is_instruction(self, row: Sequence[Cell]) -> bool:
        """Whether the cell of the name says how the form is to be filled in."""
        name = row[self._name] if self._name >= 0 else ""
        return isinstance(name, str) and any(word in name for word in self._vocabulary.instruction)

    def _is_header(self, index: int) -> bool:
        """Whether a header stands here; one with other columns begins a new table."""
        own = [title.text for title in self._header.titles]
        for header in headers_at(self._sheet, index):
            titles = [title.text for title in header.titles]
            alike = sum(a == b != "" for a, b in zip(own, titles, strict=False))
            # More than half of the titles again is this header, a word corrected here or there.
            if alike * 2 > len(own) - own.count(""):
                return True
            if score(header.titles, self._vocabulary) >= SCORE_OF_A_ROSTER:
                self.next_header = header
                return True
        return False

    def _kind_by_words(self, row: Sequence[Cell], filled: set[int], texts: list[str]) -> RowKind:
        """Tell apart, among rows without a number, people, subtotals and notes."""
        if any(self._is_subtotal("".join(text.split())) for text in texts[:2]):
            return RowKind.SUBTOTAL
        if len(filled) <= FEW_CELLS and self._begins_a_note(texts):
            return RowKind.NOTE
        name = str(row[self._name]) if self._name in filled else ""
        return RowKind.PERSON if self._is_person(name, filled) else RowKind.NOTE

    def _is_person(self, name: str, filled: set[int]) -> bool:
        """Whether a row without a number is a person, by what stands for the name."""
        if not name:
            return len(filled - self._idle) >= FEW_CELLS
        return not self._is_no_name(name) and not (len(filled) == 1 and _is_place(name))

    def _begins_a_note(self, texts: list[str]) -> bool:
        return bool(texts) and texts[0].strip().startswith(self._vocabulary.note)

    def _is_no_name(self, text: str) -> bool:
        """Whether what stands for a name is a remark (社区负责人：) or an instruction."""
        words = ("：", ":", *self._vocabulary.instruction)
        return any(word in text for word in words)

    def _is_subtotal(self, text: str) -> bool:
        words = self._vocabulary
        return text.startswith(words.subtotal) or any(
            word in text for word in words.subtotal_anywhere
        )


def _fields(sheet: Sheet, header: Header, vocabulary: Vocabulary) -> list[str]:
    fields = [field_of(title, vocabulary) for title in header.titles]
    if any(fields):
        return fields
    guessed = guess_by_content(sheet.rows[:SAMPLE], sheet.width())
    return [guessed.get(place, "") for place in range(sheet.width())]


def _filled(row: Sequence[Cell]) -> set[int]:
    """Return the columns in which something stands."""
    return {place for place, cell in enumerate(row) if cell and not _is_blank(cell)}


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell for cell in row if isinstance(cell, str) and cell and not cell.isspace()]


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.isspace()


def _is_place(text: str) -> bool:
    return any(word in text for word in PLACE_WORDS) or any(char.isdigit() for char in text)
