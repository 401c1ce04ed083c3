"""The header of a table: found by the titles it holds, joined from up to three rows.

A title may stand in the lower of two rows (小区 below 现住址), or in the upper one
when its cell is merged downwards; a group's title reaches over all its columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from station_app.services.imports.reading import Cell, Sheet
    from station_app.services.imports.vocabulary import Vocabulary

TALLEST = 3
SEARCHED_ROWS = 60
STRONG_FIELDS = {"name": 2, "id_number": 2}
WEAK_FIELDS = frozenset({"sequence", "age", "grid", "note", "region", "set_aside"})
SCORE_OF_A_ROSTER = 4
NAMING = frozenset({"name", "id_number", "head_name"})
PERSONAL = frozenset(  # what a list of telephone numbers does not ask for
    {"id_number", "sex", "born", "relation", "household_number", "ethnicity"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title of one column: its own words and those of the group above it."""

    text: str
    group: str = ""

    def shown(self) -> str:
        """Return the title as people read it."""
        return f"{self.group}/{self.text}" if self.group else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header: rows ``first`` to ``last`` of a sheet, one title for each column.

    A table without a header has ``last == first - 1`` and empty titles.
    """

    first: int
    last: int
    titles: tuple[Title, ...]


def field_of(title: Title, vocabulary: Vocabulary) -> str:
    """Return the field that *title* names, or an empty string."""
    if not title.text:
        return ""
    joined = title.group + title.text
    field = vocabulary.field_of(joined) or vocabulary.field_of(title.text)
    field = field or vocabulary.field_in(title.text) or vocabulary.field_in(joined)
    if field and vocabulary.classes[field] == "address" and _is_registered(title, vocabulary):
        return "hukou_address"
    return field


def score(titles: Sequence[Title], vocabulary: Vocabulary) -> int:
    """Return how much *titles* look like the header of a roster; 0 if they do not."""
    fields = {field_of(title, vocabulary) for title in titles} - {""}
    # A list of telephone numbers, or of buildings, is no roster.
    if not fields & NAMING or not fields & PERSONAL:
        return 0
    return sum(STRONG_FIELDS.get(field, 1) for field in fields - WEAK_FIELDS)


def find_header(sheet: Sheet, vocabulary: Vocabulary) -> Header | None:
    """Return the header of the first roster in *sheet*, if there is one.

    The first row from which one can be read decides, and the rows right below
    it: the best of them is the header, the least tall of equals.
    """
    for first in range(min(SEARCHED_ROWS, len(sheet.rows))):
        if _best_at(sheet, first, vocabulary):
            near = range(first, min(first + TALLEST, len(sheet.rows)))
            found = [_best_at(sheet, row, vocabulary) for row in near]
            return max(filter(None, found), key=lambda pair: pair[0])[1]
    return None


def _best_at(
    sheet: Sheet, first: int, vocabulary: Vocabulary
) -> tuple[tuple[int, int], Header] | None:
    """Return the best header that begins in row *first*, with its merit."""
    judged = [
        ((score(header.titles, vocabulary), first - header.last), header)
        for header in headers_at(sheet, first)
    ]
    judged = [pair for pair in judged if pair[0][0] >= SCORE_OF_A_ROSTER]
    return max(judged, key=lambda pair: pair[0], default=None)


def headers_at(sheet: Sheet, first: int) -> Iterator[Header]:
    """Yield what could be a header that begins in row *first*, the lowest first."""
    if not any(isinstance(cell, str) and cell.strip() for cell in sheet.rows[first]):
        return
    for height in range(1, TALLEST + 1):
        if first + height > len(sheet.rows):
            return
        yield Header(
            first=first,
            last=first + height - 1,
            titles=_titles(_spread(sheet, first, height)),
        )


def header_text(cell: Cell) -> str:
    """Return the text of a header's cell, in one line."""
    return "".join(cell.split()) if isinstance(cell, str) else ""


def _is_registered(title: Title, vocabulary: Vocabulary) -> bool:
    """Whether a plain "address" stands under registration and not under residence."""
    is_living = any(word in title.group + title.text for word in vocabulary.living_groups)
    return not is_living and any(word in title.group for word in vocabulary.registered_groups)


def _spread(sheet: Sheet, first: int, height: int) -> list[list[str]]:
    """Return the texts of the rows, with merged cells filled in all directions."""
    width = sheet.width()
    grid = []
    for row in sheet.rows[first : first + height]:
        texts = [header_text(cell) for cell in row]
        grid.append(texts + [""] * (width - len(texts)))
    for top, left, bottom, right in sheet.merged:
        # A cell merged beyond these rows is a title above or a block of the body.
        if first <= top and bottom < first + height:
            columns = range(left, min(right, width - 1) + 1)  # merges may reach past the cells
            for line, column in product(range(top, bottom + 1), columns):
                grid[line - first][column] = grid[top - first][left]
    _reach_over_groups(grid)
    return grid


def _reach_over_groups(grid: list[list[str]]) -> None:
    """Let a group's title reach to the right where only lower rows have titles."""
    for above, below in pairwise(grid):
        for column in range(1, len(above)):
            # Blank above and titled below: the group's cell was not merged, only written once.
            if not above[column] and below[column] and below[column - 1]:
                above[column] = above[column - 1]


def _titles(grid: list[list[str]]) -> tuple[Title, ...]:
    titles = []
    for texts in zip(*grid, strict=True):
        words = list(dict.fromkeys(filter(None, texts)))
        titles.append(Title(text=words[-1] if words else "", group="".join(words[:-1])))
    return tuple(titles)
