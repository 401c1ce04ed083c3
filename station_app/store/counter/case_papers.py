"""The templates of the papers of cases (``resources/counter/papers``): read and judged.

What is wrong is told with the file, the paragraph and the character, as with certificates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from station_app.domain.counter.case_papers import (
    ALWAYS,
    PERHAPS,
    ROWS,
    SURE,
    CasePaperKind,
    WindowTemplate,
)
from station_app.domain.paper_templates.template import Table
from station_app.store.data_files import read_data_file
from station_app.store.paper_texts import PaperTexts, page_of, source_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum
    from pathlib import Path

    from station_app.store.data_files import Place
    from station_app.store.paper_texts import Missing

FOLDER, COMMON = "papers", "paper_common.json"
SECTIONS = frozenset({"number", "addressee", "body", "after", "signature", "footer"})
FIELDS = frozenset({"kind", "basis", "page", "sections", "form", "signing", "table"})


def read_case_papers(folder: Path, missing: Missing) -> Mapping[CasePaperKind, WindowTemplate]:
    """Return the templates in *folder* by their kinds: one for each.

    *missing* tells which characters of a text no font draws. Raises
    :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    common, known = read_common(folder / COMMON), ALWAYS | PERHAPS
    return {
        kind: read_template(
            folder / FOLDER / f"{kind}.json",
            Vocabulary(kind, common, known=known, sure=ALWAYS | SURE[kind], rows=ROWS),
            missing,
        )
        for kind in CasePaperKind
    }


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a template of a kind may name, beside the paragraphs that many have in common."""

    kind: StrEnum
    common: Place
    known: frozenset[str]
    sure: frozenset[str]
    rows: Mapping[str, frozenset[str]]


def read_common(path: Path) -> Place:
    """Return the paragraphs that several papers of the window have in common."""
    common = read_data_file(path, frozenset({"sections"})).child("sections")
    common.only(SECTIONS)
    return common


def read_template(path: Path, words: Vocabulary, missing: Missing) -> WindowTemplate:
    """Return the template in the file *path*, judged by *words*."""
    head = read_data_file(path, FIELDS)
    if head.text("kind") != words.kind:
        raise head.wrong("field kind: not the name of the file")
    texts = PaperTexts(head, words.common, missing, known=words.known, sure=words.sure)
    page = page_of(head.child("page"))
    if page.has_stub:
        raise head.wrong("field page: these papers have no stub")
    return WindowTemplate(
        kind=words.kind,
        title=texts.title(),
        origin=source_of(head),
        page=page,
        sections=texts.sections(SECTIONS),
        form=texts.form("form"),
        signing=texts.form("signing"),
        table=_table(head, texts, words.rows),
    )


def _table(head: Place, texts: PaperTexts, rows: Mapping[str, frozenset[str]]) -> Table | None:
    if head.values.get("table") is None:
        return None
    place = head.child("table")
    place.only(frozenset({"over", "columns"}))
    over = place.text("over")
    if over not in rows:
        raise place.wrong(f"unknown rows {over}")
    return Table(over=over, columns=texts.columns(place, rows[over]))
