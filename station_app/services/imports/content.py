"""What a column is, told by what stands in it: the last word when titles are odd.

A share of the filled cells decides, so some bad cells do not hide a good column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from station_app.services.imports.reading import Cell

ENOUGH_CELLS = 2
SAMPLE_CELLS = 200
NOISE = str.maketrans("０１２３４５６７８９Ｘｘx", "0123456789XXX", " \u3000'\u2019-\t\n")
ID = re.compile(r"[1-9]\d{16}[\dX]")
MOBILE = re.compile(r"(?:86)?1[3-9]\d{9}")
DATE = re.compile(r"(?:18|19|20)\d{2}[年./-]?\d{1,2}[月./-]?(?:\d{1,2}日?)?")
NAME = re.compile(
    "[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}|[\u3400-\u9fff]{2,12}[·•・][\u3400-\u9fff]{2,12}"
)
RELATION = re.compile(
    "户主(?:本人)?|本人|之?(?:妻|夫|子|女|父|母)|配偶|妻子|丈夫|儿子|女儿|[长次三]子|[长次三]女|父亲|母亲|儿媳|女婿|孙[子女]|外孙女?"
)
ADDRESS = re.compile(r".*\d+\s*(?:幢|栋|号楼|座|单元|室|号).*|.*\D\d+-\d+(?:-\d+)?")
SPREAD_OF_NAMES = 0.5


def guess_by_content(rows: Sequence[Sequence[Cell]], width: int) -> dict[int, str]:
    """Return the fields of the columns that speak for themselves, one column each."""
    guessed: dict[int, str] = {}
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        field = field_by_content(cells)
        if field and field not in guessed.values():
            guessed[column] = field
    return guessed


def field_by_content(cells: Sequence[Cell]) -> str:
    """Return the field whose values these are, or an empty string."""
    sample = [cell for cell in cells if cell][:SAMPLE_CELLS]
    if len(sample) < ENOUGH_CELLS:
        return ""
    for field, (fits, enough) in TESTS.items():
        if sum(map(fits, sample)) >= enough * len(sample):
            return "" if field == "name" and not _is_varied(sample) else field
    return ""


def looks_like(field: str, cells: Sequence[Cell]) -> bool | None:
    """Whether the cells may well be *field*; ``None`` when nobody can tell."""
    sample = [cell for cell in cells if cell][:SAMPLE_CELLS]
    if field not in TESTS or len(sample) < ENOUGH_CELLS:
        return None
    fits, enough = TESTS[field]
    # A quarter of what would tell it alone, for here the title speaks for it already.
    return sum(map(fits, sample)) >= enough / 4 * len(sample)


def is_id_number(cell: Cell) -> bool:
    """Whether *cell* has the form of an identity number, or once had."""
    if isinstance(cell, float):
        # Eighteen digits that a spreadsheet took for a quantity.
        return 1e17 <= cell < 1e18
    return isinstance(cell, str) and ID.fullmatch(cell.translate(NOISE)) is not None


def _is_varied(sample: Sequence[Cell]) -> bool:
    return len({str(cell) for cell in sample}) >= SPREAD_OF_NAMES * len(sample)


def _is_mobile(cell: Cell) -> bool:
    if isinstance(cell, float):
        return 1.3e10 <= cell < 2e10
    return isinstance(cell, str) and MOBILE.match(cell.translate(NOISE)) is not None


def _is_date(cell: Cell) -> bool:
    return isinstance(cell, list) or (isinstance(cell, str) and _matches(DATE, cell))


def _is_text_of(pattern: re.Pattern[str]) -> Callable[[Cell], bool]:
    return lambda cell: isinstance(cell, str) and _matches(pattern, cell)


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch("".join(text.split())) is not None


# In this order: an identity number could also be an address, a relation a name.
TESTS: Mapping[str, tuple[Callable[[Cell], bool], float]] = {
    "id_number": (is_id_number, 0.6),
    "phone": (_is_mobile, 0.6),
    "born": (_is_date, 0.8),
    "sex": (_is_text_of(re.compile("[男女]性?")), 0.9),
    "ethnicity": (_is_text_of(re.compile("[\u4e00-\u9fff]{1,5}族|汉")), 0.8),
    "relation": (_is_text_of(RELATION), 0.8),
    "address": (_is_text_of(ADDRESS), 0.6),
    "name": (_is_text_of(NAME), 0.9),
}
