"""Finished papers put together to one PDF, to be printed in one go."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2

from station_app.services.certificates.drawing.printing import Paper
from station_app.services.certificates.preview import ENGINE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from station_app.services.progress import Progress


def bound(pdfs: Iterable[bytes], total: int, progress: Progress) -> Paper:
    """Return *pdfs*, *total* of them, as one; their pages stay as they are."""
    with ENGINE:
        whole = pypdfium2.PdfDocument.new()
    for number, pdf in enumerate(pdfs):
        progress.step(number, total, "binding")
        # one at a time: the preview wants the engine meanwhile
        with ENGINE, pypdfium2.PdfDocument(pdf) as document:
            whole.import_pages(document)
    written = io.BytesIO()
    with ENGINE, whole:
        pages = len(whole)
        whole.save(written)
    return Paper(pdf=written.getvalue(), pages=pages)
