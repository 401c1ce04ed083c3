"""The texts of a template file, each parsed and judged where it stands.

Certificates and the papers of cases share the language and what is refused: a field that
is not known, a condition that is not closed, a character that no font of ours draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.paper_templates.facts import judge
from station_app.domain.paper_templates.language import TextWrongError, parsed, words_in
from station_app.domain.paper_templates.template import Column, Layout, Page, Size, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from enum import StrEnum

    from station_app.domain.paper_templates.language import Text
    from station_app.domain.paper_templates.template import Form
    from station_app.store.data_files import Place

    Missing = Callable[[str], tuple[str, ...]]

_MARGINS = ("top", "right", "bottom", "left")
_LEAST_MARGIN, _WIDEST_MARGIN = 5, 60


class PaperTexts:
    """Reads the texts of one template.

    *known* are the facts it may name, *sure* those its paper has in any case. What several
    templates share stands in *common*. *missing* tells which characters no font draws.
    """

    def __init__(
        self,
        head: Place,
        common: Place,
        missing: Missing,
        *,
        known: frozenset[str],
        sure: frozenset[str],
    ) -> None:
        self._head, self._common, self._missing = head, common, missing
        self._known, self._sure = known, sure

    def title(self) -> str:
        """Return the title of the paper."""
        title = self._head.text("title")
        self._check_words(title, self._head, "field title")
        return title

    def sections(self, names: Iterable[str]) -> dict[str, tuple[Text, ...]]:
        """Return the paragraphs by section; what the template does not say is common."""
        own = self._head.child("sections")
        own.only(frozenset(names))
        return {name: self._paragraphs(name, own) for name in sorted(names)}

    def form(self, field: str) -> Form:
        """Return rows of labelled cells; what is empty leaves its cell blank."""
        rows = self._head.values.get(field, [])
        if not isinstance(rows, list):
            raise self._head.wrong(f"field {field}")
        return tuple(self._row(row, f"{field}, row {at}") for at, row in enumerate(rows, start=1))

    def facts(self, field: str, where: str) -> tuple[Text, ...]:
        """Return a list of texts that may come to nothing."""
        return tuple(
            self._text(written, self._head, f"{field}, {where} {number}")
            for number, written in enumerate(self._head.texts(field), start=1)
        )

    def columns(self, place: Place, known: frozenset[str]) -> tuple[Column, ...]:
        """Return the columns of a table whose rows have the facts *known*."""
        return tuple(self._column(each, known) for each in place.children("columns"))

    def _paragraphs(self, name: str, own: Place) -> tuple[Text, ...]:
        place = own if name in own.values else self._common
        return tuple(
            self._text(written, place, f"{name}, paragraph {number}", sure=self._sure)
            for number, written in enumerate(place.texts(name), start=1)
        )

    def _row(self, row: object, where: str) -> tuple[tuple[str, Text], ...]:
        if not isinstance(row, list) or not row:
            raise self._head.wrong(where)
        cells = []
        for cell in row:
            if not isinstance(cell, list) or [type(each) for each in cell] != [str, str]:
                raise self._head.wrong(f"{where}: a cell is a label and a text")
            label, text = cell
            self._check_words(label, self._head, where)
            cells.append((label, self._text(text, self._head, f"{where}, {label}")))
        return tuple(cells)

    def _column(self, place: Place, known: frozenset[str]) -> Column:
        place.only(frozenset({"label", "text", "share"}))
        label = place.text("label")
        self._check_words(label, place, "field label")
        text = self._text(place.text("text", default=""), place, "field text", known=known)
        return Column(label=label, text=text, share=float(place.number("share")))

    def _text(
        self,
        written: str,
        place: Place,
        where: str,
        *,
        known: frozenset[str] | None = None,
        sure: frozenset[str] | None = None,
    ) -> Text:
        try:
            text = parsed(written)
            judge(text, known=self._known if known is None else known, sure=sure)
        except TextWrongError as error:
            raise place.wrong(f"{where}, {error}") from None
        self._check_words(words_in(text), place, where)
        return text

    def _check_words(self, words: str, place: Place, where: str) -> None:
        if lacking := self._missing(words):
            named = "、".join(f"{each} (U+{ord(each):04X})" for each in lacking)
            raise place.wrong(f"{where}: no font draws {named}")


def source_of(head: Place) -> Source:
    """Return where the template comes from, and when it holds."""
    return Source(
        source=head.text("source"),
        doc_no=head.text("doc_no"),
        basis=head.texts("basis"),
        valid_from=head.day("valid_from"),
        valid_to=head.day("valid_to"),
        is_checked=head.truth("verified", default=False),
    )


def page_of(place: Place) -> Page:
    """Return the page that a template asks for."""
    place.only(frozenset({"layout", "size", "margins", "stub", "copies"}))
    margins = place.values.get("margins")
    if not isinstance(margins, list) or len(margins) != len(_MARGINS):
        raise place.wrong("field margins: top, right, bottom, left in millimetres")
    if not all(_is_margin(each) for each in margins):
        raise place.wrong(f"field margins: each from {_LEAST_MARGIN} to {_WIDEST_MARGIN}")
    return Page(
        layout=one_of(Layout, place, "layout"),
        size=one_of(Size, place, "size"),
        has_stub=place.truth("stub", default=False),
        copies=place.texts("copies"),
        **{name: float(margin) for name, margin in zip(_MARGINS, margins, strict=True)},
    )


def one_of(kinds: type[StrEnum], place: Place, field: str) -> Any:
    """Return one of *kinds*, named in *field*."""
    told = place.text(field)
    if told not in set(kinds):
        raise place.wrong(f"field {field}")
    return kinds(told)


def _is_margin(told: object) -> bool:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return False
    return _LEAST_MARGIN <= told <= _WIDEST_MARGIN
