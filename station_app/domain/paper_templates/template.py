"""What a template of a certificate tells: its words, its page, what it asks, whom it is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import TypeAlias

    from station_app.domain.paper_templates.language import Text

    Form: TypeAlias = tuple[tuple[tuple[str, Text], ...], ...]
    """Rows of cells, each a label and a text."""


class Layout(StrEnum):
    """How a paper is laid out."""

    LETTER = "letter"
    HONOUR = "honour"  # 荣誉证书


class Size(StrEnum):
    """What it is printed on."""

    A4 = "A4"
    A5 = "A5"
    A4_ACROSS = "A4-across"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page: margins in millimetres, the stub (存根) below the line to cut along.

    ``copies`` names who keeps each copy (联); a paper with one copy names none. ``seal`` is
    what marks the place of the seal; a picture of it is never printed.
    """

    layout: Layout = Layout.LETTER
    size: Size = Size.A4
    top: float = 37.0
    right: float = 26.0
    bottom: float = 35.0
    left: float = 28.0
    has_stub: bool = True
    copies: tuple[str, ...] = ()


MOST = 60
"""How long a text may be, unless its template says so."""


class AskKind(StrEnum):
    """What kind of answer a template asks for."""

    TEXT = "text"
    COUNT = "count"
    HOURS = "hours"  # halves
    DAY = "day"
    CHOICE = "choice"
    ROWS = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something that stands on the paper and that the store does not know.

    ``most`` is the longest text, the largest number or the most rows. ``columns`` are the
    names of what stands in each row, in their order.
    """

    name: str
    label: str
    kind: AskKind = AskKind.TEXT
    is_required: bool = True
    most: int = MOST
    choices: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What must hold of whom the paper is for; nobody gets one for somebody who died."""

    lives_here: bool = True
    has_address: bool = False
    is_fresh: bool = False
    """Whether the record must have been made sure of not longer ago than the setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its heading, what stands in it, its share of the width."""

    label: str
    text: Text
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that has a row for each row of the answer ``over``."""

    over: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a template comes from, and when it holds."""

    source: str
    doc_no: str
    basis: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    is_checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTemplate:
    """A template of one kind of certificate.

    ``validity_days`` is None where the setting of the station holds, zero where the paper
    holds for ever. ``sections`` are the paragraphs by their place on the paper.
    """

    kind: str
    title: str
    origin: Source
    page: Page
    demands: Demands
    validity_days: int | None
    needs_purpose: bool
    asks: tuple[Ask, ...]
    sections: Mapping[str, tuple[Text, ...]]
    stub: Form
    code: tuple[Text, ...]
    """What the code says, besides number, day, name and document."""
    table: Table | None = field(default=None)
    is_for_many: bool = False
    """Whether all that is answered may be the same for many people (成批)."""
    preprinted: tuple[str, ...] = ()
    """The parts that may stand on the form already (套打); none where there are no forms."""

    def holds_on(self, day: date) -> bool:
        """Whether papers may be made from the template on *day*."""
        begun = self.origin.valid_from is None or self.origin.valid_from <= day
        return begun and (self.origin.valid_to is None or day <= self.origin.valid_to)

    def ask(self, name: str) -> Ask:
        """Return what is asked for as *name*; ``KeyError`` if that is not asked for."""
        for each in self.asks:
            if each.name == name:
                return each
        raise KeyError(name)
