"""The templates of the papers of admission (``resources/counter/admission_papers``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from station_app.domain.counter.admission.papers import (
    ALWAYS,
    PERHAPS,
    ROWS,
    SURE,
    TaskPaperKind,
)
from station_app.store.counter.case_papers import Vocabulary, read_common, read_template

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from station_app.domain.counter.case_papers import WindowTemplate
    from station_app.store.paper_texts import Missing

FOLDER, COMMON = "admission_papers", "task_paper_common.json"


def read_task_papers(folder: Path, missing: Missing) -> Mapping[TaskPaperKind, WindowTemplate]:
    """Return the templates in *folder* by their kinds: one for each.

    *missing* tells which characters of a text no font draws. Raises
    :class:`~station_app.store.data_files.ReferenceInvalidError` with the place.
    """
    common, known = read_common(folder / COMMON), ALWAYS | PERHAPS
    terms = frozenset({"terms.ahead", "terms.decide"})
    return {
        kind: read_template(
            folder / FOLDER / f"{kind}.json",
            Vocabulary(kind, common, known=known, sure=ALWAYS | terms | SURE[kind], rows=ROWS),
            missing,
        )
        for kind in TaskPaperKind
    }
