"""A PDF in the making."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from station_app.services.certificates.drawing.sheet import Sheet
from station_app.services.certificates.preview import MARKED

if TYPE_CHECKING:
    from station_app.services.certificates.drawing.press import Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper: the bytes of its PDF and how many pages it has."""

    pdf: bytes = field(repr=False)
    pages: int


class Printing:
    """A PDF being written, page by page.

    ``form`` are the parts that a form has already (套打): with any, every part is marked.
    """

    def __init__(
        self,
        press: Press,
        title: str,
        *,
        size: tuple[float, float],
        keywords: str = "",
        form: frozenset[str] = frozenset(),
    ) -> None:
        self._press = press
        self._size = size
        self._form = form
        self._pages = 0
        self._written = io.BytesIO()
        first = press.first_font()
        # invariant: neither date nor random id, so that the same paper has the same bytes. Without
        # a first font of ours the PDF would name Helvetica, which is not embedded.
        self._canvas = Canvas(
            self._written, pagesize=size, invariant=1, lang="zh-CN", initialFontName=first
        )
        self._canvas.setTitle(title)
        self._canvas.setCreator("Station")
        if form:
            self._canvas.setSubject(MARKED)
        if keywords:
            self._canvas.setKeywords(keywords)

    def page(self) -> Sheet:
        """Begin a page, ending the one before."""
        if self._pages:
            self._canvas.showPage()
        self._pages += 1
        return Sheet(self._canvas, self._press, size=self._size, form=self._form)

    def finished(self) -> Paper:
        """Close the PDF and return it."""
        self._canvas.save()
        return Paper(pdf=self._written.getvalue(), pages=self._pages)
