"""The templates of certificates (``resources/certificates``): read and judged as a whole.

What is wrong — an unknown field, a condition that is not closed, a character that no
font of ours draws — is told with the file, the paragraph and the character, before any
paper is made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from station_app.domain.paper_templates.facts import judge, known_facts, sure_facts
from station_app.domain.paper_templates.language import TextWrongError, parsed, words_in
from station_app.domain.paper_templates.template import (
    MOST,
    Ask,
    AskKind,
    Column,
    Demands,
    Layout,
    Page,
    PaperTemplate,
    Size,
    Source,
    Table,
)
from station_app.store.data_files import read_data_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum
    from pathlib import Path

    from station_app.domain.paper_templates.language import Text
    from station_app.store.data_files import Place

    Missing = Callable[[str], tuple[str, ...]]

FOLDER, COMMON = "templates", "common.json"
SECTIONS = frozenset(
    {
        "number",
        "addressee",
        "body",
        "after",
        "signature",
        "footer",
        "seam",
        "mark",
        "stub_title",
        "code_says",
        "copy",
    }
)
FIELDS = frozenset(
    {
        "kind",
        "basis",
        "page",
        "demands",
        "validity_days",
        "needs_purpose",
        "asks",
        "sections",
        "stub",
        "code",
        "table",
    }
)
_MARGINS = ("top", "right", "bottom", "left")
_LEAST_MARGIN, _WIDEST_MARGIN = 5, 60


def read_paper_templates(folder: Path, missing: Missing) -> Mapping[str, PaperTemplate]:
    """Return the templates in *folder* by their kinds, as the file names order them.

    *missing* tells which characters of a text no font draws. Raises
    :class:`ReferenceInvalidError` naming the file and the place in it.
    """
    common = read_data_file(folder / COMMON, frozenset({"sections"})).child("sections")
    common.only(SECTIONS)
    found: dict[str, PaperTemplate] = {}
    for path in sorted((folder / FOLDER).glob("*.json")):
        head = read_data_file(path, FIELDS)
        kind = head.text("kind")
        if kind != path.stem:
            raise head.wrong("field kind: not the name of the file")
        found[kind] = _Reader(head, common, missing).template()
    return found


class _Reader:
    """Reads one template; what it shares with all others stands in *common*."""

    def __init__(self, head: Place, common: Place, missing: Missing) -> None:
        self._head, self._common, self._missing = head, common, missing
        self._asks = tuple(_ask(place) for place in head.children("asks"))
        self._demands = _demands(head.child("demands"))
        self._known = known_facts(self._asks)
        self._days = self._validity()
        self._needs_purpose = head.truth("needs_purpose", default=True)
        self._sure = sure_facts(
            self._asks, self._demands, needs_purpose=self._needs_purpose, has_end=self._days != 0
        )

    def template(self) -> PaperTemplate:
        """Return the template."""
        head = self._head
        self._check_words(head.text("title"), head, "field title")
        page = _page(head.child("page"))
        stub = self._stub()
        if page.has_stub != bool(stub):
            raise head.wrong("field stub: the page has one, or the page has none")
        return PaperTemplate(
            kind=head.text("kind"),
            title=head.text("title"),
            origin=_source(head),
            page=page,
            demands=self._demands,
            validity_days=self._days,
            needs_purpose=self._needs_purpose,
            asks=self._asks,
            sections=self._sections(),
            stub=stub,
            code=self._code(),
            table=self._table(),
        )

    def _validity(self) -> int | None:
        if self._head.values.get("validity_days") is None:
            return None
        days = self._head.number("validity_days")
        if days < 0:
            raise self._head.wrong("field validity_days")
        return days

    def _sections(self) -> dict[str, tuple[Text, ...]]:
        own = self._head.child("sections")
        own.only(SECTIONS)
        return {name: self._paragraphs(name, own) for name in sorted(SECTIONS)}

    def _paragraphs(self, name: str, own: Place) -> tuple[Text, ...]:
        place = own if name in own.values else self._common
        return tuple(
            self._text(written, place, f"{name}, paragraph {number}", sure=self._sure)
            for number, written in enumerate(place.texts(name), start=1)
        )

    def _stub(self) -> tuple[tuple[tuple[str, Text], ...], ...]:
        rows = self._head.values.get("stub", [])
        if not isinstance(rows, list):
            raise self._head.wrong("field stub")
        return tuple(self._row(row, number) for number, row in enumerate(rows, start=1))

    def _row(self, row: object, number: int) -> tuple[tuple[str, Text], ...]:
        where = f"stub, row {number}"
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

    def _code(self) -> tuple[Text, ...]:
        return tuple(
            self._text(written, self._head, f"code, fact {number}")
            for number, written in enumerate(self._head.texts("code"), start=1)
        )

    def _table(self) -> Table | None:
        if self._head.values.get("table") is None:
            return None
        place = self._head.child("table")
        place.only(frozenset({"over", "columns"}))
        over = place.text("over")
        asked = [ask for ask in self._asks if ask.name == over and ask.kind is AskKind.ROWS]
        if not asked:
            raise place.wrong(f"unknown rows {over}")
        known = frozenset(f"row.{name}" for name, _ in asked[0].columns)
        return Table(
            over=over,
            columns=tuple(self._column(each, known) for each in place.children("columns")),
        )

    def _column(self, place: Place, known: frozenset[str]) -> Column:
        place.only(frozenset({"label", "text", "share"}))
        label = place.text("label")
        self._check_words(label, place, "field label")
        text = self._text(place.text("text"), place, "field text", known=known)
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


def _source(head: Place) -> Source:
    return Source(
        source=head.text("source"),
        doc_no=head.text("doc_no"),
        basis=head.texts("basis"),
        valid_from=head.day("valid_from"),
        valid_to=head.day("valid_to"),
        is_checked=head.truth("verified", default=False),
    )


def _page(place: Place) -> Page:
    place.only(frozenset({"layout", "size", "margins", "stub", "copies"}))
    margins = place.values.get("margins")
    if not isinstance(margins, list) or len(margins) != len(_MARGINS):
        raise place.wrong("field margins: top, right, bottom, left in millimetres")
    if not all(_is_margin(each) for each in margins):
        raise place.wrong(f"field margins: each from {_LEAST_MARGIN} to {_WIDEST_MARGIN}")
    return Page(
        layout=_one_of(Layout, place, "layout"),
        size=_one_of(Size, place, "size"),
        has_stub=place.truth("stub", default=False),
        copies=place.texts("copies"),
        **{name: float(margin) for name, margin in zip(_MARGINS, margins, strict=True)},
    )


def _is_margin(told: object) -> bool:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return False
    return _LEAST_MARGIN <= told <= _WIDEST_MARGIN


def _demands(place: Place) -> Demands:
    place.only(frozenset({"lives_here", "has_address", "is_fresh"}))
    return Demands(
        lives_here=place.truth("lives_here", default=True),
        has_address=place.truth("has_address", default=False),
        is_fresh=place.truth("is_fresh", default=False),
    )


def _ask(place: Place) -> Ask:
    place.only(
        frozenset({"name", "label", "kind", "required", "most", "choices", "columns", "hint"})
    )
    kind = _one_of(AskKind, place, "kind")
    ask = Ask(
        name=place.text("name"),
        label=place.text("label"),
        kind=kind,
        is_required=place.truth("required", default=True),
        most=place.number("most") if "most" in place.values else MOST,
        choices=place.texts("choices"),
        columns=_columns(place) if kind is AskKind.ROWS else (),
        hint=place.text("hint", default=""),
    )
    if (kind is AskKind.CHOICE) != bool(ask.choices):
        raise place.wrong("field choices: for a choice, and for nothing else")
    return ask


def _columns(place: Place) -> tuple[tuple[str, str], ...]:
    columns = place.children("columns")
    for each in columns:
        each.only(frozenset({"name", "label"}))
    if not columns:
        raise place.wrong("field columns")
    return tuple((each.text("name"), each.text("label")) for each in columns)


def _one_of(kinds: type[StrEnum], place: Place, field: str) -> Any:
    told = place.text(field)
    if told not in set(kinds):
        raise place.wrong(f"field {field}")
    return kinds(told)
