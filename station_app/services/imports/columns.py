"""What each column of a table means: by its title, by its content, by memory, by hand.

The match is a suggestion. The clerk corrects it, and the correction is kept for
the layout, so the next file of the same office is understood at once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from station_app.services.imports.cells import text_of
from station_app.services.imports.content import field_by_content, looks_like
from station_app.services.imports.headers import field_of
from station_app.services.imports.vocabulary import title_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from station_app.services.imports.layout import Table
    from station_app.services.imports.reading import Cell
    from station_app.services.imports.vocabulary import Vocabulary

KEEP_IN_NOTE = "keep_in_note"
SAMPLES = 3
PRESENT = "现"


class MatchedBy(StrEnum):
    """How a column came to its field."""

    TITLE = "title"
    CONTENT = "content"
    MEMORY = "memory"
    HAND = "hand"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """One column: its title as shown, its field (empty: left out), and how that came.

    ``field`` is one of the fields of ``resources/imports/columns.json``,
    :data:`KEEP_IN_NOTE`, or ``tag:WORD`` for a column of marks for one tag.
    """

    column: int
    title: str
    field: str
    by: MatchedBy
    hidden: bool
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMatch:
    """All columns of one table, and the fingerprint of its layout."""

    sheet: str
    fingerprint: str
    columns: tuple[ColumnMatch, ...]

    def fields(self) -> dict[str, tuple[int, ...]]:
        """Return the columns of each field, in order."""
        found: dict[str, tuple[int, ...]] = {}
        for match in self.columns:
            if match.field:
                found[match.field] = (*found.get(match.field, ()), match.column)
        return found

    def corrected(self, changes: Mapping[int, str]) -> TableMatch:
        """Return the match with the fields of some columns set by hand."""
        return replace(
            self,
            columns=tuple(
                replace(match, field=changes[match.column], by=MatchedBy.HAND)
                if match.column in changes
                else match
                for match in self.columns
            ),
        )

    def as_memory(self) -> dict[str, str]:
        """Return what is remembered of the layout: column → field."""
        return {str(match.column): match.field for match in self.columns}


def match_columns(
    table: Table,
    vocabulary: Vocabulary,
    *,
    tag_words: frozenset[str] = frozenset(),
    remembered: Mapping[str, str] | None = None,
) -> TableMatch:
    """Return what each column of *table* means, as far as can be told."""
    fingerprint = fingerprint_of(table, vocabulary)
    cells = [table.column(index) for index in range(len(table.header.titles))]
    if remembered is None:
        chosen = _Choice(table, vocabulary, cells, tag_words).fields()
    else:
        chosen = [
            (remembered.get(str(index), ""), MatchedBy.MEMORY) for index in range(len(cells))
        ]
    return TableMatch(
        sheet=table.sheet.name,
        fingerprint=fingerprint,
        columns=tuple(
            ColumnMatch(
                column=index,
                title=title.shown(),
                field=chosen[index][0],
                by=chosen[index][1],
                hidden=index in table.sheet.hidden_columns,
                samples=_samples(cells[index]),
            )
            for index, title in enumerate(table.header.titles)
        ),
    )


def fingerprint_of(table: Table, vocabulary: Vocabulary) -> str:
    """Return what tells this layout from others: its titles, in order.

    The column of reasons in a file of rows set aside makes no other layout.
    """
    titles = [title_key(title.shown()) for title in table.header.titles]
    # A file of rows set aside comes back with one column more than it went out with.
    while titles and titles[-1] in {"", title_key(vocabulary.set_aside_title)}:
        titles.pop()
    return hashlib.sha256("\n".join(titles).encode()).hexdigest()


class _Choice:
    """The fields of a table's columns while they are being chosen."""

    def __init__(
        self,
        table: Table,
        vocabulary: Vocabulary,
        cells: Sequence[Sequence[Cell]],
        tag_words: frozenset[str],
    ) -> None:
        self._vocabulary = vocabulary
        self._cells = cells
        self._titles = table.header.titles
        self._tag_words = {title_key(word): word for word in tag_words}
        self._chosen = [("", MatchedBy.NOBODY)] * len(self._titles)

    def fields(self) -> list[tuple[str, MatchedBy]]:
        """Return the field of each column and how it was told."""
        by_title = [field_of(title, self._vocabulary) for title in self._titles]
        # Titles of the present first: 现住址 is the address before a mere 地址 may be.
        for index in sorted(range(len(by_title)), key=self._is_plain):
            field = by_title[index]
            if field and not self._is_taken(field) and not self._is_mistitled(index, field):
                self._chosen[index] = (field, MatchedBy.TITLE)
        for index, (field, _) in enumerate(self._chosen):
            if not field:
                self._chosen[index] = self._by_content(index)
        self._read_head_as_name()
        return self._chosen

    def _is_plain(self, index: int) -> bool:
        """Whether a title does not say that it means the present (现住址 before 地址)."""
        return not self._titles[index].shown().startswith(PRESENT)

    def _is_taken(self, field: str) -> bool:
        return field not in self._vocabulary.several_columns and any(
            field == other for other, _ in self._chosen
        )

    def _is_mistitled(self, index: int, field: str) -> bool:
        """Whether a number's column holds anything but numbers, and another one does."""
        if field != "id_number" or looks_like(field, self._cells[index]) is not False:
            return False
        return any(looks_like(field, cells) for cells in self._cells)

    def _by_content(self, index: int) -> tuple[str, MatchedBy]:
        word = self._tag_words.get(title_key(self._titles[index].text))
        filled = [cell for cell in self._cells[index] if cell]
        marks = self._vocabulary.marks | self._vocabulary.no_marks
        if word and all(text_of(cell) in marks for cell in filled):
            return f"tag:{word}", MatchedBy.TITLE
        field = field_by_content(self._cells[index])
        if not field or self._is_taken(field) or self._is_of_others(index):
            return "", MatchedBy.NOBODY
        return field, MatchedBy.CONTENT

    def _is_of_others(self, index: int) -> bool:
        title = self._titles[index]
        return any(word in title.shown() for word in self._vocabulary.other_people)

    def _read_head_as_name(self) -> None:
        """Take the head's name for the person's when the table lists heads only."""
        fields = [field for field, _ in self._chosen]
        for head, own in (("head_name", "name"), ("head_id", "id_number")):
            if head in fields and own not in fields:
                self._chosen[fields.index(head)] = (own, MatchedBy.TITLE)


def _samples(cells: Sequence[Cell]) -> tuple[str, ...]:
    """Return the first different values of a column, as they would be shown."""
    seen: dict[str, None] = {}
    for cell in cells:
        if len(seen) == SAMPLES:
            break
        if text := text_of(cell):
            seen[text] = None
    return tuple(seen)
