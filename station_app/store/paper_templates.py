"""The templates of certificates (``resources/certificates``): read and judged as a whole.

What is wrong — an unknown field, a condition that is not closed, a character that no
font of ours draws — is told with the file, the paragraph and the character, before any
paper is made of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.paper_templates.facts import known_facts, sure_facts
from station_app.domain.paper_templates.parts import STUB, problem_with_part
from station_app.domain.paper_templates.template import (
    MOST,
    Ask,
    AskKind,
    Demands,
    PaperTemplate,
    Table,
)
from station_app.store.data_files import read_data_file
from station_app.store.paper_texts import PaperTexts, one_of, page_of, source_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.paper_templates.language import Text
    from station_app.domain.paper_templates.template import Page
    from station_app.store.data_files import Place
    from station_app.store.paper_texts import Missing

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
        "preprinted",
        "many",
    }
)


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
        self._head = head
        self._asks = tuple(_ask(place) for place in head.children("asks"))
        self._demands = _demands(head.child("demands"))
        self._days = self._validity()
        self._needs_purpose = head.truth("needs_purpose", default=True)
        sure = sure_facts(
            self._asks, self._demands, needs_purpose=self._needs_purpose, has_end=self._days != 0
        )
        known = known_facts(self._asks)
        self._texts = PaperTexts(head, common, missing, known=known, sure=sure)

    def template(self) -> PaperTemplate:
        """Return the template."""
        head, texts = self._head, self._texts
        title, page, stub = texts.title(), page_of(head.child("page")), texts.form("stub")
        if page.has_stub != bool(stub):
            raise head.wrong("field stub: the page has one, or the page has none")
        sections = texts.sections(SECTIONS)
        return PaperTemplate(
            kind=head.text("kind"),
            title=title,
            origin=source_of(head),
            page=page,
            demands=self._demands,
            validity_days=self._days,
            needs_purpose=self._needs_purpose,
            asks=self._asks,
            sections=sections,
            stub=stub,
            code=texts.facts("code", "fact"),
            table=self._table(),
            preprinted=self._preprinted(page, sections),
            is_for_many=head.truth("many", default=False),
        )

    def _validity(self) -> int | None:
        if self._head.values.get("validity_days") is None:
            return None
        days = self._head.number("validity_days")
        if days < 0:
            raise self._head.wrong("field validity_days")
        return days

    def _preprinted(self, page: Page, sections: Mapping[str, tuple[Text, ...]]) -> tuple[str, ...]:
        parts = self._head.texts("preprinted")
        for number, part in enumerate(parts, start=1):
            problem = problem_with_part(part, page.layout, sections)
            if problem is None and parts.index(part) != number - 1:
                problem = f"{part} is named twice"
            if problem is None and part == STUB and not page.has_stub:
                problem = "the page has no stub"
            if problem is not None:
                raise self._head.wrong(f"preprinted, part {number}: {problem}")
        return parts

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
        return Table(over=over, columns=self._texts.columns(place, known))


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
    kind = one_of(AskKind, place, "kind")
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
