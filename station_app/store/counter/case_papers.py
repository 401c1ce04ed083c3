"""The templates of the papers of cases (``resources/counter/papers``): read and judged.

What is wrong is told with the file, the paragraph and the character, as with certificates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.case_papers import (
    ALWAYS,
    PERHAPS,
    ROWS,
    SURE,
    CasePaperKind,
    CasePaperTemplate,
)
from station_app.domain.paper_templates.template import Table
from station_app.store.data_files import read_data_file
from station_app.store.paper_texts import PaperTexts, page_of, source_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.store.data_files import Place
    from station_app.store.paper_texts import Missing

FOLDER, COMMON = "papers", "paper_common.json"
SECTIONS = frozenset({"number", "addressee", "body", "after", "signature", "footer"})
FIELDS = frozenset({"kind", "basis", "page", "sections", "form", "signing", "table"})


def read_case_papers(folder: Path, missing: Missing) -> Mapping[CasePaperKind, CasePaperTemplate]:
    """Return the templates in *folder* by their kinds: one for each.

    *missing* tells which characters of a text no font draws. Raises
    :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    common = read_data_file(folder / COMMON, frozenset({"sections"})).child("sections")
    common.only(SECTIONS)
    return {
        kind: _template(kind, folder / FOLDER / f"{kind}.json", common, missing)
        for kind in CasePaperKind
    }


def _template(
    kind: CasePaperKind, path: Path, common: Place, missing: Missing
) -> CasePaperTemplate:
    head = read_data_file(path, FIELDS)
    if head.text("kind") != kind:
        raise head.wrong("field kind: not the name of the file")
    known, sure = ALWAYS | PERHAPS, ALWAYS | SURE[kind]
    texts = PaperTexts(head, common, missing, known=known, sure=sure)
    page = page_of(head.child("page"))
    if page.has_stub:
        raise head.wrong("field page: these papers have no stub")
    return CasePaperTemplate(
        kind=kind,
        title=texts.title(),
        origin=source_of(head),
        page=page,
        sections=texts.sections(SECTIONS),
        form=texts.form("form"),
        signing=texts.form("signing"),
        table=_table(head, texts),
    )


def _table(head: Place, texts: PaperTexts) -> Table | None:
    if head.values.get("table") is None:
        return None
    place = head.child("table")
    place.only(frozenset({"over", "columns"}))
    over = place.text("over")
    if over not in ROWS:
        raise place.wrong(f"unknown rows {over}")
    return Table(over=over, columns=texts.columns(place, ROWS[over]))
